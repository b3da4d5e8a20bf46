package pronto.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.Cast;
import pronto.runtime.RealDatabase;

/** The first start prints a link; whoever opens it first is the administrator, and then it is over. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FirstAdministratorTest extends RealDatabase {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Links links;

    @Autowired
    private FirstLink greeting;

    @Autowired
    private JdbcClient db;

    @Test
    void of_many_who_hold_a_first_link_one_becomes_the_administrator_and_no_link_works_after() throws Exception {
        assertThat(greeting.lines()).singleElement().asString().contains("/sign-in/link/");
        var cast = new Cast(context);
        var paths = IntStream.range(0, 6)
                .mapToObj(n -> links.make(Purpose.FIRST, null))
                .map(link -> link.substring(link.indexOf("/sign-in/")))
                .toList();
        assertThat(cast.stranger().get(paths.getFirst()).statusCode()).isEqualTo(200);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads
                    .invokeAll(IntStream.range(0, 6)
                            .<Callable<Integer>>mapToObj(n -> () -> cast.stranger()
                                    .post(
                                            paths.get(n),
                                            Map.of(
                                                    "email", "ada" + n + "@pronto.example",
                                                    "name", "Ada Conti",
                                                    "password", "orchard violin tramway"))
                                    .statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(statuses).containsOnlyOnce(303);
        }
        assertThat(db.sql("select role from staff.technician")
                        .query(String.class)
                        .list())
                .containsExactly("administrator");
        assertThat(greeting.lines()).isEmpty();
        for (var path : paths) {
            assertThat(cast.stranger().get(path).statusCode()).isEqualTo(410);
        }
    }
}

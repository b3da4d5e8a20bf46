package pronto.staff.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.runtime.RealDatabase;
import pronto.staff.Rights;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.ui.Right;

/** Walks every route of the program, whoever wrote it: nobody, each role and each kind of token at each door. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EveryRouteTest extends RealDatabase {

    /** Everything that is open to people and programs we do not know. A new one is a decision: write it down here. */
    private static final Set<String> OPEN_TO_ANYONE = Set.of(
            "GET /sign-in",
            "POST /sign-in",
            "POST /sign-out",
            "GET /sign-in/link",
            "POST /sign-in/link",
            "GET /sign-in/link/{link}",
            "POST /sign-in/link/{link}",
            "GET /asked/{token}",
            "POST /asked/{token}",
            "GET /satisfaction/{token}",
            "POST /satisfaction/{token}",
            "GET /api",
            "GET /api/v1/openapi.json",
            "GET /api/v1/openapi.json.yaml");

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    private Cast cast;

    @BeforeEach
    void castThem() {
        cast = new Cast(context);
    }

    private record Route(String method, String path, String query, Optional<Right> needs) {

        boolean forPrograms() {
            return path.startsWith("/api/");
        }

        boolean writes() {
            return !method.equals("GET");
        }

        /** An address that names nothing that exists. */
        String address() {
            return path.replaceAll("\\{[^}]*}", "999999999") + query;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void only_these_doors_are_open_to_anyone() {
        assertThat(routes().stream().filter(route -> route.needs().isEmpty()).map(Route::toString))
                .containsExactlyInAnyOrderElementsOf(OPEN_TO_ANYONE);
    }

    @Test
    void nobody_gets_in_unknown() {
        var stranger = cast.stranger();
        assertSoftly(softly -> {
            for (var route : routes()) {
                if (route.needs().isPresent()) {
                    var status = ask(stranger, route);
                    softly.assertThat(status).as("nobody at %s", route).isEqualTo(route.forPrograms() ? 401 : 303);
                }
            }
        });
    }

    @Test
    void each_role_passes_where_its_rights_say() {
        Map<Role, Browser> browsers = new EnumMap<>(Role.class);
        for (var role : Role.values()) {
            browsers.put(role, cast.browserOf(cast.hired("Role " + role.text(), role)));
        }
        assertSoftly(softly -> browsers.forEach((role, browser) -> {
            for (var route : routes()) {
                if (route.needs().isPresent() && !closesTheDoorBehind(route)) {
                    var may = Rights.of(role).contains(route.needs().get());
                    softly.assertThat(ask(browser, route) != 403)
                            .as("%s at %s", role, route)
                            .isEqualTo(may);
                }
            }
        }));
    }

    @Test
    void each_token_passes_where_its_scope_says() {
        Map<Scope, Program> programs = new EnumMap<>(Scope.class);
        for (var scope : Scope.values()) {
            programs.put(scope, cast.program(scope));
        }
        assertSoftly(softly -> programs.forEach((scope, program) -> {
            for (var route : routes()) {
                if (route.needs().isPresent()) {
                    var may = Rights.of(scope).contains(route.needs().get());
                    var body = route.writes() ? "{}" : null;
                    var answer = program.send(route.method(), route.address(), body);
                    var refused = answer.status() == 403;
                    softly.assertThat(refused).as("%s at %s", scope, route).isEqualTo(!may);
                }
            }
        }));
    }

    @Test
    void nothing_is_written_without_the_mark_of_the_session() {
        var administrator = cast.browserOf(cast.ada());
        assertSoftly(softly -> {
            for (var route : routes()) {
                if (route.writes() && !route.path().startsWith("/sign-in")) {
                    var unmarked = administrator
                            .request(route.address())
                            .method(route.method(), HttpRequest.BodyPublishers.noBody());
                    softly.assertThat(administrator.send(unmarked).statusCode())
                            .as("without a mark at %s", route)
                            .isEqualTo(403);
                }
            }
        });
    }

    @Test
    void no_right_is_without_a_holder() {
        var held = EnumSet.noneOf(Right.class);
        for (var role : Role.values()) {
            held.addAll(Rights.of(role));
        }
        for (var scope : Scope.values()) {
            held.addAll(Rights.of(scope));
        }
        assertThat(held).isEqualTo(EnumSet.allOf(Right.class));
    }

    /** These end the session or the person that walks. */
    private static boolean closesTheDoorBehind(Route route) {
        return route.path().equals("/settings/password") || route.path().equals("/live");
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("org.springframework")) {
                var methods = info.getMethodsCondition().getMethods().isEmpty()
                        ? Set.of(RequestMethod.GET)
                        : info.getMethodsCondition().getMethods();
                for (var method : methods) {
                    info.getPatternValues().forEach(path -> routes.add(route(method.name(), path, info, handler)));
                }
            }
        });
        return routes.stream()
                .filter(route -> !route.path().equals("/error"))
                .sorted(Comparator.comparing(Route::toString))
                .toList();
    }

    private static Route route(String method, String path, RequestMappingInfo info, HandlerMethod handler) {
        var query = info.getParamsCondition().getExpressions().stream()
                .filter(wanted -> !wanted.isNegated())
                .map(wanted -> wanted.getName() + "=" + Objects.requireNonNullElse(wanted.getValue(), "x"))
                .collect(Collectors.joining("&", "?", ""));
        return new Route(method.toUpperCase(Locale.ROOT), path, query, Gate.needed(handler, method));
    }

    private static int ask(Browser browser, Route route) {
        if (!route.writes()) {
            return browser.get(route.address()).statusCode();
        }
        var request = browser.marked(route.address())
                .header("Content-Type", route.forPrograms() ? "application/json" : "application/x-www-form-urlencoded")
                .method(route.method(), HttpRequest.BodyPublishers.ofString(route.forPrograms() ? "{}" : ""));
        return browser.send(request).statusCode();
    }
}

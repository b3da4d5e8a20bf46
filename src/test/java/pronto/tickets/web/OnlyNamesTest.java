package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.channels.Mailbox;
import pronto.customers.CustomerFields;
import pronto.people.Cast;
import pronto.runtime.Changes;
import pronto.staff.Technician;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.Resolution;
import pronto.tickets.work.Presence;

/** Whoever listens to the stream of a tab, or finds it in a log, learns that something changed and not what it says. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class OnlyNamesTest extends AtTheDesk {

    /** Stands in every subject, address, name and text; where it turns up, something was told. */
    private static final String CANARY = "canarino";

    private static final String EVERYTHING =
            "ticket,customer,outgoing,staff,article,blocked,mailbox,mention,presence,unfiled,clock,end";

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Changes changes;

    @Autowired
    private Presence presence;

    @Test
    void a_listener_hears_that_something_changed_and_no_word_of_what_it_says() throws Exception {
        var cast = new Cast(context);
        var listener = cast.browserOf(cast.giulia());
        var heard = new ConcurrentLinkedQueue<String>();
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stream = listener.request("/live?topics=" + EVERYTHING).build();
            var answer = client.send(stream, HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            var reading = threads.submit(() -> answer.body().forEach(heard::add));
            await().until(() -> !heard.isEmpty());

            everythingHappens();
            changes.record("end", "here");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> heard.stream().anyMatch(line -> line.contains("end:here")));
            client.shutdownNow();
            reading.cancel(true);
        }

        assertThat(topics(heard))
                .contains("ticket", "customer", "outgoing", "blocked", "mention", "unfiled", "presence");
        assertThat(heard).allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase(CANARY));
        assertThat(heard)
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "|:here|retry:2000|event:(begins|changed)|data:[-0-9a-f]{36}:[0-9]+:-?[0-9]+|data:([a-z]+:([a-z]+:)?([0-9]+|\\*|here|shift) ?)+"));
    }

    private void everythingHappens() {
        var by = giulia.actor();
        var address = CANARY + "@" + CANARY + ".test";
        var ticket = reported(Mail.from("Canarino Giallo", address)
                .about("The canarino is in the mine")
                .saying("canarino")
                .copying("ina." + CANARY + "@acme.test"));
        arrives(Mail.from("robot@" + CANARY + ".test").about(CANARY).header("Auto-Submitted: auto-generated"));
        desk.pickUp(ticket.id(), giulia.id(), by);
        presence.here(ticket.id(), giulia.id(), Presence.Doing.WRITING);
        desk.note(ticket.id(), naming(marco), List.<Message.File>of(), by);
        desk.reply(ticket.id(), saying("canarino"), by);
        desk.addParticipant(ticket.id(), new Mailbox(CANARY, "ugo." + CANARY + "@acme.test"), by);
        var customer =
                book.add("CANARINO", CustomerFields.named("Canarino S.p.A.").withDomains("canarino.test"), by);
        desk.tie(ticket.id(), customer.id(), by);
        screened(ticket);
        desk.resolve(ticket.id(), new Resolution.Answer("canarino", null), by);
        desk.block("@blocked-" + CANARY + ".test", by);
        desk.unblock("@blocked-" + CANARY + ".test", by);
        desk.markAsSpam(ticket.id(), by);
    }

    private static Body naming(Technician person) {
        return new Body.Html("<div><span data-mention=\"" + person.id() + "\">@Canarino</span> canarino</div>");
    }

    private static List<String> topics(Queue<String> heard) {
        return heard.stream()
                .filter(line -> line.startsWith("data:"))
                .flatMap(line -> List.of(line.substring("data:".length()).split(" ", -1)).stream())
                .map(name -> name.substring(0, name.indexOf(':')))
                .distinct()
                .toList();
    }
}

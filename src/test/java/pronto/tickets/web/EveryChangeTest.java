package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.runtime.Spelling;
import pronto.sla.Impact.Factor;
import pronto.sla.PriorityTable;
import pronto.staff.Role;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;

/**
 * An auditor finds everything that was done on a screen: each route that writes is walked and leaves its entry. What
 * leaves none is named here, and is nothing that anybody else could see. (For programs, see the description of the API.)
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class EveryChangeTest extends AtTheDesk {

    /** What somebody keeps for themselves, or that passes by itself. A new one is a decision: write it down here. */
    private static final Set<String> NOBODY_ELSES = Set.of(
            "PUT /tickets/{code}/draft/{kind}",
            "POST /tickets/{code}/draft/{kind}/files",
            "DELETE /tickets/{code}/draft/{kind}/files/{position}",
            "PUT /tickets/new/draft",
            "POST /tickets/new/draft/files",
            "DELETE /tickets/new/draft/files/{position}",
            "POST /tickets/{code}/presence",
            "DELETE /tickets/{code}/presence",
            "POST /queue/news",
            "POST /settings/priority/preview",
            "POST /settings/calendars/preview",
            "POST /settings/calendars/closed",
            "POST /settings/calendars/{name}/due",
            "POST /settings/plans/preview",
            "POST /settings/preferences",
            "POST /settings/sessions/{id}/end",
            "POST /sign-out",
            // It tells nobody whether there is such a person; the mail it sends is in the outbox.
            "POST /sign-in/link");

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    private final Set<String> walked = new TreeSet<>();
    private final List<String> silent = new ArrayList<>();
    private Browser ada;

    private Cast cast;

    @BeforeEach
    void signIn() {
        cast = new Cast(context);
        ada = cast.browserOf(cast.hired("Ada Conti", Role.ADMINISTRATOR));
    }

    @Test
    void every_change_on_a_screen_leaves_its_entry_on_the_timeline() {
        catalog();
        promises();
        customers();
        tickets();
        mail();
        priorities();
        people();

        var routes = routes();
        routes.removeAll(NOBODY_ELSES);
        assertThat(silent).isEmpty();
        assertThat(walked).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void no_mail_about_a_ticket_goes_to_somebody_whom_nobody_let_in() {
        tickets();
        mail();

        assertThat(db.sql("""
                select d.address from channels.delivery d join channels.outgoing o on o.id = d.outgoing_id
                 where o.subject_kind = 'ticket'
                """).query(String.class).list()).contains("nuovo@verdi.test", STRANGER, MARTA);
        assertThat(db.sql("""
                select d.address from channels.delivery d join channels.outgoing o on o.id = d.outgoing_id
                 where o.subject_kind = 'ticket'
                   and not exists (select from tickets.participant p
                                    where p.ticket_id = o.subject_id and p.address = d.address)
                   and not exists (select from timeline.entry e
                                    where e.subject_kind = 'ticket' and e.subject_id = o.subject_id
                                      and e.kind = 'tickets.participantAdded' and e.data->>'address' = d.address)
                """).query(String.class).list()).isEmpty();
    }

    private void catalog() {
        var team = Long.toString(staff.teamNamed("Platform").id());
        var names = Map.of("names.en", "Orders", "names.it", "Ordini", "description", "", "team", team);
        var path = "/catalog/orders";
        var route = "POST /catalog/{key}";
        walk("POST /catalog", "/catalog", and(names, "kind", "service", "key", "orders"));
        walk("POST /catalog", "/catalog", and(names, "kind", "component", "key", "database"));
        walk(route, path, and(names, "names.en", "Orders and returns", "core", "true", "version", "1"));
        walk(route + "/lines", path + "/lines", Map.of("how", "dependsOn", "q", "database"));
        walk(route + "/lines/removal", path + "/lines/removal", Map.of("on", "database"));
        walk(route + "/retirement", path + "/retirement", Map.of());
        walk(route + "/return", path + "/return", Map.of());
        walk(route + "/removal", path + "/removal", Map.of());
    }

    private void promises() {
        var week = Map.of("name", "Desk", "timeZone", "Europe/Rome", "mon", "9-13, 14-18", "holidays", "IT");
        var calendar = "/settings/calendars/Desk";
        walk("POST /settings/calendars", "/settings/calendars", week);
        walk("POST /settings/calendars/{name}", calendar, and(week, "tue", "9-13", "version", "1"));
        walk("POST /settings/calendars/{name}/removal", calendar + "/removal", Map.of());
        walk("POST /settings/plans/start", "/settings/plans/start", Map.of());
        var gold = Map.of("name", "Gold", "channels", "email", "hours", "Italia", "criticalHours", "");
        var plan = "/settings/plans/Gold";
        walk("POST /settings/plans", "/settings/plans", gold);
        walk(
                "POST /settings/plans/{name}",
                plan,
                and(gold, "targets.P1.pickup", "30 min", "version", "1", "from", "2099-01-01"));
        walk("POST /settings/plans/{name}/removal", plan + "/removal", Map.of());
    }

    private void customers() {
        walk("POST /customers", "/customers", Map.of("code", "VERDI", "name", "Verdi"));
        walk("POST /customers/{code}", "/customers/VERDI", Map.of("name", "Verdi 2", "version", "1"));
        walk("POST /customers/{code}/contacts", "/customers/VERDI/contacts", Map.of("name", "Pia"));
        var pia = newest("customers.contact");
        walk(
                "POST /customers/{code}/contacts/{id}",
                "/customers/VERDI/contacts/" + pia,
                Map.of("name", "Pia Blu", "version", "1"));
        walk("POST /customers/{code}/contacts/{id}/removal", "/customers/VERDI/contacts/" + pia + "/removal", Map.of());
        walk("POST /customers/{code}/platforms", "/customers/VERDI/platforms", Map.of("name", "Shop"));
        var shop = newest("customers.platform");
        walk("POST /customers/{code}/platforms/{id}", "/customers/VERDI/platforms/" + shop, Map.of("name", "Negozio"));
        var parts = "/customers/VERDI/platforms/" + shop + "/parts";
        walk("POST /customers/{code}/platforms/{id}/parts", parts, Map.of("part", "database", "q", ""));
        walk("POST /customers/{code}/platforms/{id}/parts/removal", parts + "/removal", Map.of("part", "database"));
        walk(
                "POST /customers/{code}/platforms/{id}/removal",
                "/customers/VERDI/platforms/" + shop + "/removal",
                Map.of());
        walk("POST /customers/{code}/plan", "/customers/VERDI/plan", Map.of("plan", "Premium", "from", "2099-01-01"));
        walk("POST /customers/{code}/plan/back", "/customers/VERDI/plan/back", Map.of("from", lastPeriod()));
        walk("POST /customers/{code}/removal", "/customers/VERDI/removal", Map.of("reason", "Twice"));
        var csv =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.csv\"\r\n\r\ncode,name\nNERI,Neri\n\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"rehearsal\"\r\n\r\nfalse\r\n--b--\r\n";
        walk(
                "POST /customers/import",
                ada.marked("/customers/import")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(csv, StandardCharsets.UTF_8)));
    }

    private String lastPeriod() {
        return db.sql("select max(from_at) from customers.plan_period")
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .toString();
    }

    private void tickets() {
        walk(
                "POST /tickets",
                "/tickets",
                Map.of("to", "nuovo@verdi.test", "subject", "Hello", "html", "<p>We write first</p>"));
        var ticket = reported(Mail.from(STRANGER).copying("ina@acme.test"));
        act(ticket, "pickup", Map.of());
        act(ticket, "release", Map.of());
        act(
                ticket,
                "assignment",
                Map.of("team", Long.toString(ticket.team()), "technician", Long.toString(giulia.id())));
        escalated(ticket);
        act(ticket, "waiting", Map.of());
        act(ticket, "asking", Map.of("diagnostics", "steps", "text", ""));
        walk(cast.stranger(), "POST /asked/{token}", linkOf("asked"), Map.of("done", "steps"));
        act(ticket, "participants", Map.of("address", "ugo@acme.test"));
        delete(ticket, "participants", "?address=ugo@acme.test");
        delete(ticket, "waiting-people", "?address=ina@acme.test");
        act(ticket, "messages", Map.of("kind", "note", "html", "<p>Between us</p>"));
        act(ticket, "messages", Map.of("kind", "message", "to", STRANGER, "html", "<p>Hello</p>"));
        var answer = newest("tickets.message");
        walk(
                "DELETE /tickets/{code}/messages/{message}",
                ada.marked("/tickets/" + ticket.code() + "/messages/" + answer).DELETE());
        act(ticket, "messages", Map.of("kind", "message", "to", STRANGER, "html", "<p>Hello again</p>"));
        // Before the resend: its news takes the mark away in its own time.
        db.sql("update tickets.ticket set undelivered = 'lost' where id = ?")
                .param(ticket.id())
                .update();
        delete(ticket, "undelivered", "");
        var delivery = newest("channels.delivery");
        db.sql("update channels.delivery set state = 'bounced' where id = :id")
                .param("id", delivery)
                .update();
        walk(
                "POST /tickets/{code}/deliveries/{delivery}",
                "/tickets/" + ticket.code() + "/deliveries/" + delivery,
                Map.of());
        act(
                ticket,
                "screening",
                Map.of(
                        "severity", "minor",
                        "coreImpact", "none",
                        "reach", "onePerson",
                        "degradation", "none",
                        "workaround", "acceptable"));
        var same = reported(Mail.from(MARTA));
        act(ticket, "links", Map.of("other", same.code()));
        delete(ticket, "links", "?other=" + same.code());
        act(ticket, "resolution", Map.of("kind", "other", "text", "Done"));
        walk(
                cast.stranger(),
                "POST /satisfaction/{token}",
                linkOf("satisfaction"),
                Map.of("answer", "partly", "comment", ""));
        act(ticket, "closure", Map.of());
        act(ticket, "reopening", Map.of());
        act(ticket, "spam", Map.of());
        delete(ticket, "spam", "");
        act(ticket, "customer", Map.of("customer", acme.code()));
        delete(ticket, "customer", "");
        var other = reported(Mail.from(MARTA));
        walk("POST /queue/bulk", "/queue/bulk", Map.of("act", "pickup", "ticket", other.code(), "view", "all"));
        walk("POST /queue/next", "/queue/next", Map.of("view", "free"));
        placed(reported(Mail.from(MARTA).saying("It is stuck again.")), other);
        walk("POST /blocked", "/blocked", Map.of("sender", "junk@spam.test"));
        walk("DELETE /blocked", ada.marked("/blocked?sender=junk@spam.test").DELETE());
        var robot = arrives(Mail.from("robot@acme.test").header("Auto-Submitted: auto-generated"));
        walk("POST /unfiled/{incoming}/away", "/unfiled/" + robot + "/away", Map.of());
        walk(
                "DELETE /unfiled/{incoming}/away",
                ada.marked("/unfiled/" + robot + "/away").DELETE());
        walk("POST /unfiled/{incoming}/ticket", "/unfiled/" + robot + "/ticket", Map.of());
    }

    private void escalated(Ticket ticket) {
        var up = Map.of(
                "team",
                Long.toString(staff.teamNamed("Delivery").id()),
                "reason",
                "cannotResolve",
                "note",
                "Look deeper");
        act(ticket, "escalation", up);
        delete(ticket, "escalation", "");
        act(ticket, "escalation", up);
        act(ticket, "return", Map.of("note", "Nothing is wrong here"));
    }

    private void placed(Ticket ticket, Ticket into) {
        var path = "/tickets/" + ticket.code();
        var there = Map.of("into", into.code());
        act(ticket, "merge", there);
        undone(into);
        desk.note(ticket.id(), new Body.Plain("Between us"), List.of(), giulia.actor());
        arrives(Mail.from(MARTA).to(tokens.address("support@pronto.test", ticket.id(), MARTA)));
        var message = newest("tickets.message");
        walk("POST /tickets/{code}/messages/{message}/move", path + "/messages/" + message + "/move", there);
        undone(ticket);
        act(ticket, "split", Map.of("message", Long.toString(message)));
        undone(ticket);
    }

    private String linkOf(String what) {
        return db.sql("select text from channels.outgoing where text like :what order by id desc limit 1")
                .param("what", "%/" + what + "/%")
                .query(String.class)
                .single()
                .replaceFirst("(?s).*?(/" + what + "/[-_A-Za-z0-9]+).*", "$1");
    }

    private void undone(Ticket ticket) {
        walk(
                "DELETE /tickets/{code}/acts/{act}",
                ada.marked("/tickets/" + ticket.code() + "/acts/" + newest("tickets.act"))
                        .DELETE());
    }

    private void mail() {
        var ticket = reported(Mail.from(MARTA));
        answered(ticket);
        var outgoing = newest("channels.outgoing");
        walk("POST /outbox/{outgoing}/cancellation", "/outbox/" + outgoing + "/cancellation", Map.of());
        answered(ticket);
        walk(
                "POST /outbox/deliveries/{delivery}/resends",
                "/outbox/deliveries/" + newest("channels.delivery") + "/resends",
                Map.of());
        walk("POST /settings/mail", "/settings/mail", Map.of("en", "Kind regards", "it", "Cordiali saluti"));
        walk(
                "POST /settings/answers",
                "/settings/answers",
                Map.of("name", "Ciao", "language", "it", "html", "<p>Ciao</p>", "team", ""));
        var canned = newest("knowledge.article");
        walk(
                "POST /settings/answers/{id}",
                "/settings/answers/" + canned,
                Map.of("name", "Ciao", "language", "it", "html", "<p>Ciao!</p>", "team", "", "version", "2"));
        walk("POST /settings/answers/{id}/archiving", "/settings/answers/" + canned + "/archiving", Map.of());
        articles();
    }

    private void articles() {
        var form = Map.of("kind", "guideline", "itTitle", "Ciao", "itHtml", "<p>Ciao</p>");
        walk("POST /knowledge", "/knowledge", form);
        var path = "/knowledge/" + newest("knowledge.article");
        var route = "POST /knowledge/{id}";
        walk(route, path, Map.of("kind", "guideline", "itTitle", "Ciao", "itHtml", "<p>Ciao a te</p>"));
        walk(route + "/review", path + "/review", Map.of());
        walk(route + "/return", path + "/return", Map.of("why", "Più lungo"));
        walk(route + "/publication", path + "/publication", Map.of());
        walk(route + "/versions/{number}/restoration", path + "/versions/1/restoration", Map.of());
        walk(route + "/archiving", path + "/archiving", Map.of());
        walk(route + "/archiving/undo", path + "/archiving/undo", Map.of());
    }

    private void priorities() {
        var table = new HashMap<String, String>();
        for (var factor : Factor.values()) {
            for (var choice : factor.choices()) {
                table.put(
                        "points." + Spelling.of(factor) + "." + Spelling.of(choice),
                        Integer.toString(PriorityTable.SHIPPED.points(factor, choice)));
            }
        }
        table.putAll(Map.of("thresholds.P1", "81", "thresholds.P2", "50", "thresholds.P3", "25"));
        table.putAll(Map.of("rule0.severity", "dataAtRisk", "rule0.priority", "P1"));
        table.putAll(Map.of("rule1.coreImpact", "heavy", "rule1.reach", "most", "rule1.priority", "P1"));
        table.put("seen", "1");
        walk("POST /settings/priority", "/settings/priority", table);
        walk(
                "POST /settings/priority/versions/{version}/restoration",
                "/settings/priority/versions/1/restoration",
                Map.of("seen", "2"));
    }

    private void people() {
        walk("POST /settings/teams", "/settings/teams", Map.of("name", "Blu"));
        var team = "/settings/teams/" + newest("staff.team");
        walk("POST /settings/teams/{id}", team, Map.of("name", "Azzurri", "escalatesAt", "75"));
        walk("POST /settings/teams/{id}/removal", team + "/removal", Map.of("into", ""));
        walk("POST /settings/tokens", "/settings/tokens", Map.of("name", "t", "scopes", "read"));
        walk("POST /settings/tokens/{id}/revoke", "/settings/tokens/" + newest("staff.token") + "/revoke", Map.of());
        var nina = Map.of("name", "Nina Blu", "email", "nina@pronto.test", "role", "technician", "language", "it");
        walk("POST /settings/staff", "/settings/staff", nina);
        var person = "/settings/staff/" + newest("staff.technician");
        walk(
                "POST /settings/staff/{id}",
                person,
                Map.of("name", "Nina Rossi", "email", "nina@pronto.test", "role", "lead"));
        walk("POST /settings/staff/{id}/link", person + "/link", Map.of());
        walk("POST /settings/staff/{id}/leave", person + "/leave", Map.of());
        walk("POST /settings/away", "/settings/away", Map.of("away", "true"));
        walk(
                "POST /settings/password",
                "/settings/password",
                Map.of("current", "", "password", "orchard violin tramway"));
        var stranger = cast.stranger();
        var before = entries();
        stranger.post("/sign-in", Map.of("email", "ada.conti@pronto.example", "password", "wrong"));
        heard("POST /sign-in", before, 422);
        var link = context.getBean(pronto.staff.signin.Invitations.class).invite(marco, marco.actor());
        walk(stranger, "POST /sign-in/link/{link}", link.substring(link.indexOf("/sign-in/")), Map.of());
    }

    private void act(Ticket ticket, String act, Map<String, String> form) {
        walk("POST /tickets/{code}/" + act, "/tickets/" + ticket.code() + "/" + act, form);
    }

    private void delete(Ticket ticket, String act, String query) {
        walk(
                "DELETE /tickets/{code}/" + act,
                ada.marked("/tickets/" + ticket.code() + "/" + act + query).DELETE());
    }

    /** The form with these names and values besides, or instead. */
    private static Map<String, String> and(Map<String, String> form, String... more) {
        var filled = new HashMap<>(form);
        for (var i = 0; i < more.length; i += 2) {
            filled.put(more[i], more[i + 1]);
        }
        return filled;
    }

    private void walk(String route, String path, Map<String, String> form) {
        walk(ada, route, path, form);
    }

    private void walk(Browser browser, String route, String path, Map<String, String> form) {
        var before = entries();
        heard(route, before, browser.post(path, form).statusCode());
    }

    private void walk(String route, HttpRequest.Builder request) {
        var before = entries();
        heard(route, before, ada.send(request).statusCode());
    }

    private void heard(String route, long before, int status) {
        walked.add(route);
        if (entries() == before) {
            silent.add(route + " (" + status + ")");
        }
    }

    private long entries() {
        return db.sql("select coalesce(max(id), 0) from timeline.entry")
                .query(Long.class)
                .single();
    }

    private long newest(String table) {
        // The name is one of ours.
        return db.sql("select max(id) from " + table).query(Long.class).single();
    }

    private Set<String> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getPackageName().startsWith("pronto."))
                .flatMap(route -> route.getKey().getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.GET)
                        .flatMap(method -> Objects.requireNonNull(route.getKey().getPatternValues()).stream()
                                .map(path -> method + " " + path)))
                .filter(route -> !route.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pronto.browser.Look;
import pronto.browser.NeedsBrowser;
import pronto.people.House;
import pronto.staff.Role;
import pronto.staff.Technician;

/** Every screen of the whole program is looked at, in both languages, both themes and at a desk and on a telephone. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryScreenTest {

    /** What is fetched into a screen, and is no screen: a new one is written down here. */
    private static final Set<String> PARTS = Set.of(
            "/navigation",
            "/palette",
            "/live",
            "/queue",
            "/queue/more",
            "/blocked/list",
            "/unfiled/{incoming}/original",
            "/outbox/deliveries/{delivery}/resend",
            "/customers/import/export.csv",
            "/tickets/new/draft/pictures/{contentId}",
            "/tickets/new/customers",
            "/tickets/new/contacts",
            "/tickets/new/dialogs/canned",
            "/tickets/new/canned",
            "/tickets/{code}/draft/{kind}/pictures/{contentId}",
            "/tickets/{code}/messages/{id}/original",
            "/outbox/list",
            "/outbox/{outgoing}/addresses",
            "/customers/{code}/details",
            "/customers/{code}/platforms/{id}/parts",
            "/catalog/{key}/details",
            "/catalog/{key}/customers",
            "/catalog/{key}/choices",
            "/settings/calendars/{name}/month",
            "/customers/{code}/tickets",
            "/tickets/{code}/dialogs/assign",
            "/tickets/{code}/dialogs/escalate",
            "/tickets/{code}/dialogs/return",
            "/tickets/{code}/escalation/teams",
            "/tickets/{code}/dialogs/resolve",
            "/tickets/{code}/dialogs/ask",
            "/tickets/{code}/screening/verdict",
            "/tickets/{code}/dialogs/spam",
            "/tickets/{code}/dialogs/customer",
            "/queue/dialogs/{act}",
            "/queue/customers",
            "/tickets/{code}/dialogs/merge",
            "/tickets/{code}/dialogs/move",
            "/tickets/{code}/dialogs/split",
            "/tickets/{code}/targets",
            "/unfiled/list",
            "/unfiled/{incoming}/acts",
            "/unfiled/{incoming}/html",
            "/unfiled/{incoming}/attachments/{position}",
            "/tickets/{code}/dialogs/canned",
            "/tickets/{code}/canned",
            "/tickets/{code}/head",
            "/tickets/{code}/talk",
            "/tickets/{code}/side",
            "/tickets/{code}/customers",
            "/tickets/{code}/attachments/{id}",
            "/tickets/{code}/messages/{id}/html");

    /** Two opposite looks meet each language, each theme and each width. */
    private static final List<Look> LOOKS = Stream.of("it", "en")
            .flatMap(language -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                    .flatMap(theme -> Stream.of(1440, 390)
                            .map(width -> new Look(language, theme, width, width == 1440 ? 900 : 844))))
            .toList();

    private House house;
    private Technician ada;
    private Technician eva;
    private final List<Sight> bare = new ArrayList<>();
    private final List<Sight> sights = new ArrayList<>();

    @BeforeAll
    void open() {
        house = House.open();
        ada = house.cast().ada();
        eva = house.cast().hired("Eva Grant", Role.ADMINISTRATOR);
        emptyScreens();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private void emptyScreens() {
        Stream.of("/?view=all", "/?view=mine", "/?view=free", "/?view=unknown", "/?view=spam")
                .forEach(path -> bare.add(Sight.of("/", path)));
        Stream.of(
                        "/search",
                        "/mentions",
                        "/bounced",
                        "/unfiled",
                        "/blocked",
                        "/outbox",
                        "/customers",
                        "/catalog",
                        "/knowledge",
                        "/settings/answers",
                        "/settings/plans",
                        "/settings/tokens")
                .forEach(path -> bare.add(Sight.of(path)));
    }

    private void fullScreens(Furnished shown) {
        add("/", "/", "/?view=mine", "/?view=free", "/?view=unknown", "/?view=spam", "/?q=zzz");
        sights.set(0, sights.getFirst().inEveryLook());
        for (var code : List.of(shown.waiting, shown.inWork, shown.unknown, shown.bounced)) {
            sights.add(Sight.of("/tickets/{code}", "/tickets/" + code).inEveryLook());
        }
        for (var code :
                List.of(shown.forCustomer, shown.resolved, shown.closed, shown.spam, shown.forged, shown.html)) {
            add("/tickets/{code}", "/tickets/" + code);
        }
        sights.add(Sight.of("/tickets/{code}", "/tickets/" + shown.forged)
                .after(console -> console.does(".t-trust > summary").shows(".t-trust[open]")));
        dialogs("/tickets/" + shown.inWork, "/tickets/" + shown.waiting);
        sights.add(
                Sight.of("/tickets/{code}", "/tickets/" + shown.bounced).after(console -> console.opens("escalate")));
        sights.add(Sight.of("/tickets/{code}", "/tickets/" + shown.bounced)
                .after(console -> console.does("[data-opens=return]").shows("#dialog[open]")));
        sights.add(Sight.of("/bounced").inEveryLook());
        add("/tickets/{code}/timeline", "/tickets/" + shown.inWork + "/timeline");
        sights.add(Sight.of("/tickets/{code}/screening", "/tickets/" + shown.waiting + "/screening")
                .inEveryLook());
        add(
                "/tickets/{code}/screening",
                "/tickets/" + shown.inWork + "/screening",
                "/tickets/" + shown.waiting + "/screening?like=" + shown.forCustomer);
        add("/settings/priority");
        add("/tickets/new");
        add("/search", "/search?q=stampante", "/search?q=acme", "/search?q=qwertzuiop");
        add("/mentions");
        add("/unfiled", "/unfiled", "/unfiled?away=true");
        add("/unfiled/{incoming}", "/unfiled/" + shown.unfiled, "/unfiled/" + shown.putAway);
        add("/settings/automatic");
        add("/blocked");
        add("/outbox", "/outbox", "/outbox?state=bounced");
        add("/outbox/{outgoing}", "/outbox/" + shown.outgoing);
        add("/customers", "/customers", "/customers?q=zzz");
        add("/customers/new");
        add("/customers/import");
        add("/customers/{code}", "/customers/ACME", "/customers/NORD");
        add("/customers/{code}/edit", "/customers/ACME/edit");
        add("/customers/{code}/contacts/new", "/customers/ACME/contacts/new");
        add("/customers/{code}/contacts/{id}", "/customers/ACME/contacts/" + shown.contact);
        add("/customers/{code}/platforms/new", "/customers/ACME/platforms/new");
        add("/customers/{code}/platforms/{id}", "/customers/ACME/platforms/" + shown.platform);
        add("/catalog", "/catalog", "/catalog?kind=retired", "/catalog?q=zzz");
        add("/catalog/new");
        sights.add(Sight.of("/catalog/{key}", "/catalog/checkout").inEveryLook());
        add("/catalog/{key}", "/catalog/old-mailer", "/catalog/milan");
        add("/catalog/{key}/edit", "/catalog/checkout/edit");
        sights.add(Sight.of("/catalog/{key}/edit", "/catalog/checkout/edit")
                .after(console -> console.focuses(".g-find [name=q]").shows(".g-choices")));
        add("/settings");
        add("/settings/preferences", "/settings/preferences", "/settings/preferences?saved");
        add("/settings/mail");
        add("/settings/answers");
        add("/settings/answers/new");
        add("/settings/answers/{id}", "/settings/answers/" + shown.answer);
        add("/knowledge", "/knowledge", "/knowledge?q=zzz", "/knowledge?state=review");
        add("/knowledge/new", "/knowledge/new", "/knowledge/new?kind=canned");
        var article = "/knowledge/" + shown.article;
        add("/knowledge/{id}", article, "/knowledge/" + shown.answer, "/knowledge/" + shown.reviewed);
        add("/knowledge/{id}/edit", article + "/edit");
        add("/knowledge/{id}/versions/{number}", article + "/versions/1");
        add("/knowledge/{id}/compare", article + "/compare?from=1&to=2");
        add("/settings/plans/{name}", "/settings/plans/Premium", "/settings/plans/Base");
        sights.add(Sight.of("/settings/plans/{name}", "/settings/plans/Premium")
                .after(console -> console.does("[data-key=p]").shows("#plan-preview .banner")));
        add("/settings/calendars/{name}", "/settings/calendars/Italia?month=2026-12", "/settings/calendars/always");
        sights.add(Sight.of("/settings/calendars/{name}", "/settings/calendars/Italia")
                .after(console -> console.does(".pl-try button").shows("#try .banner")));
        add("/customers/{code}/plan", "/customers/ACME/plan", "/customers/NORD/plan");
        add("/settings/teams");
        add("/settings/teams/{id}", "/settings/teams/" + shown.team);
        add("/settings/staff");
        add("/settings/staff/{id}", "/settings/staff/" + shown.person, "/settings/staff/" + ada.id());
        add("/settings/tokens");
        add("/settings/audit");
        add("/api");
        sights.add(Sight.of("/asked/{token}", shown.asked).unknown());
        sights.add(Sight.of("/asked/{token}", shown.asked + "?sent").unknown());
        sights.add(Sight.of("/asked/{token}", "/asked/over").unknown());
        sights.add(Sight.of("/satisfaction/{token}", shown.satisfaction + "?answer=partly")
                .unknown());
        sights.add(
                Sight.of("/satisfaction/{token}", shown.satisfaction + "?said").unknown());
        sights.add(Sight.of("/satisfaction/{token}", "/satisfaction/over").unknown());
        sights.add(Sight.of("/sign-in").unknown());
        sights.add(Sight.of("/sign-in/link").unknown());
        sights.add(Sight.of("/sign-in/link/{link}", shown.invitation).unknown());
        sights.add(Sight.of("/sign-in/link/{link}", shown.spentLink).unknown());
        // A screen that needs nothing in its address is looked at without anybody writing it down.
        var known = sights.stream().map(Sight::route).collect(Collectors.toSet());
        screens().stream()
                .filter(route -> !route.contains("{") && !known.contains(route) && !route.equals("/error"))
                .forEach(this::add);
        // 500, 404 of a ticket, 404 of a screen, 400.
        add("/error", "/error", "/tickets/T-999999", "/nowhere", "/outbox/abc");
    }

    private void dialogs(String inWork, String waiting) {
        sights.add(
                Sight.of("/", "/").after(console -> console.press("Control+k").shows("#palette[open] .pal")));
        sights.add(Sight.of("/", "/")
                .after(console -> console.press("Control+k").type("acme").shows("#palette[open] .dlg__group")));
        sights.add(Sight.of("/", "/").after(console -> console.press("?").shows("#keys[open]")));
        sights.add(Sight.of("/", "/").after(console -> console.does(".q-pick").shows("#bulk")));
        for (var act : List.of("assign", "resolve")) {
            sights.add(Sight.of("/", "/")
                    .after(console -> console.does(".q-pick")
                            .shows("#bulk")
                            .does("[data-opens='/queue/dialogs/" + act + "']")
                            .shows("#dialog[open]")));
        }
        sights.add(Sight.of("/", "/?view=unknown")
                .after(console -> console.does(".q-pick")
                        .shows("#bulk")
                        .does("[data-opens='/queue/dialogs/tie']")
                        .shows("#dialog[open]")));
        var ticket = "/tickets/{code}";
        sights.add(Sight.of(ticket, inWork).after(console -> console.press("e").shows("#dialog[open]")));
        sights.add(Sight.of(ticket, inWork)
                .after(console -> console.does("[data-opens=canned]").shows("#dialog[open]")));
        sights.add(Sight.of(ticket, inWork).after(console -> console.press("n").shows("#text-note")));
        sights.add(Sight.of(ticket, inWork).after(console -> console.opens("spam")));
        sights.add(Sight.of(ticket, inWork).after(console -> console.opens("ask")));
        sights.add(Sight.of(ticket, inWork).after(console -> console.opens("merge")));
        sights.add(Sight.of(ticket, inWork).after(console -> console.opens("split")));
        sights.add(Sight.of(ticket, inWork)
                .after(console -> console.does(".p-move").shows("#dialog[open]")));
        sights.add(Sight.of(ticket, waiting).after(console -> console.opens("assign")));
        sights.add(Sight.of(ticket, inWork).after(console -> console.opens("customer")));
    }

    private void add(String route, String... paths) {
        for (var path : paths.length == 0 ? new String[] {route} : paths) {
            sights.add(Sight.of(route, path));
        }
    }

    @Test
    void every_screen_stands_without_a_fault_in_each_look() {
        var wrong = new LinkedHashMap<String, Set<String>>();
        lookAt(bare, wrong);
        fullScreens(new Furnished(house, ada, eva));
        lookAt(sights, wrong);

        assertThat(told(wrong)).isEmpty();
        assertThat(sights.stream().map(Sight::route).collect(Collectors.toSet()))
                .as("each screen of the program is among the sights, each part among the parts")
                .isEqualTo(screens());
    }

    private void lookAt(List<Sight> seen, Map<String, Set<String>> wrong) {
        for (int l = 0; l < LOOKS.size(); l++) {
            var person = LOOKS.get(l).language().equals("it") ? ada : eva;
            try (var known = Console.of(house, person, LOOKS.get(l));
                    var stranger = Console.of(house, LOOKS.get(l))) {
                for (int i = 0; i < seen.size(); i++) {
                    var sight = seen.get(i);
                    if (sight.often() || l == i % 8 || l == 7 - i % 8) {
                        look(sight.signedIn() ? known : stranger, sight, LOOKS.get(l), wrong);
                    }
                }
            }
        }
    }

    private static void look(Console console, Sight sight, Look look, Map<String, Set<String>> wrong) {
        try {
            console.open(sight.path());
            sight.first().accept(console);
            for (var one : console.visitor().faultsFound()) {
                note(wrong, one, sight, look);
            }
        } catch (RuntimeException | AssertionError e) {
            note(wrong, String.valueOf(e.getMessage()), sight, look);
        }
    }

    private static void note(Map<String, Set<String>> wrong, String what, Sight sight, Look look) {
        wrong.computeIfAbsent(what, missing -> new TreeSet<>()).add(sight.path() + " " + look);
    }

    private static List<String> told(Map<String, Set<String>> wrong) {
        return wrong.entrySet().stream()
                .map(one -> one.getKey() + "\n      at " + one.getValue())
                .toList();
    }

    private Set<String> screens() {
        var screens = new TreeSet<String>();
        house.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    var methods = info.getMethodsCondition().getMethods();
                    if (handler.getBeanType().getPackageName().startsWith("pronto.")
                            && (methods.isEmpty() || methods.contains(RequestMethod.GET))) {
                        screens.addAll(info.getPatternValues());
                    }
                });
        screens.removeIf(path -> path.startsWith("/api/") || path.startsWith("/actuator/") || PARTS.contains(path));
        return screens;
    }
}

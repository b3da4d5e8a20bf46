package pronto.tickets.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.browser.Stage;
import pronto.channels.Evidence;
import pronto.channels.Trust;
import pronto.tickets.Priority;
import pronto.tickets.Ticket;
import pronto.tickets.TicketTaken;
import pronto.ui.Avatar;
import pronto.ui.NavItem;
import pronto.ui.View;

/** The console of an invented morning: what the screens show, without a database behind them. */
@TestComponent
@Controller
class SampleConsole {

    @TestConfiguration(proxyBeanMethods = false)
    static class Places {

        @org.springframework.context.annotation.Bean
        NavItem sampleQueue() {
            return NavItem.main(10, "tickets.nav.queue", "/", "inbox")
                    .keys("g c")
                    .also("/tickets")
                    .counting(r -> "24");
        }

        @org.springframework.context.annotation.Bean
        NavItem sampleUnknown() {
            return NavItem.main(20, "tickets.nav.unknown", "/?view=unknown", "user-round-x")
                    .counting(r -> "2");
        }

        @org.springframework.context.annotation.Bean
        NavItem sampleSpam() {
            return NavItem.main(30, "tickets.nav.spam", "/?view=spam", "shield-alert");
        }

        @org.springframework.context.annotation.Bean
        NavItem sampleMine() {
            return NavItem.view(10, "tickets.nav.mine", "/?view=mine").counting(r -> "6");
        }

        @org.springframework.context.annotation.Bean
        NavItem sampleFree() {
            return NavItem.view(20, "tickets.nav.free", "/?view=free").counting(r -> "3");
        }

        @org.springframework.context.annotation.Bean
        NavItem sampleSettings() {
            return NavItem.main(90, "ui.settings", "/settings", "cog");
        }
    }

    @GetMapping("/")
    View queue(@RequestParam(defaultValue = "all") String view) {
        return new ConsoleView(list(Lane.of(view), null), null);
    }

    @GetMapping("/queue")
    View filtered(@RequestParam(defaultValue = "all") String view) {
        return new QueuePart(list(Lane.of(view), null));
    }

    @GetMapping("/tickets/{code}")
    View ticket(
            @PathVariable String code,
            @RequestParam(defaultValue = "all") String view,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String part) {
        var lane = Lane.of(view);
        var ticket = code.equals("T-1009X") ? stranger() : cantine();
        return part == null ? new ConsoleView(list(lane, code), ticket) : ticket;
    }

    @PostMapping("/tickets/{code}/pickup")
    View pickUp(@PathVariable String code) {
        throw new TicketTaken(code, "Davide Riva");
    }

    @PostMapping({"/tickets/{code}/presence", "/queue/news"})
    View nothing() {
        return View.none();
    }

    @DeleteMapping("/tickets/{code}/presence")
    View left() {
        return View.none();
    }

    @PutMapping("/tickets/{code}/draft/{kind}")
    View saved() {
        return View.none();
    }

    @GetMapping("/tickets/{code}/messages/{id}/html")
    org.springframework.http.ResponseEntity<String> frame() {
        return org.springframework.http.ResponseEntity.ok()
                .contentType(org.springframework.http.MediaType.TEXT_HTML)
                .body("<!doctype html><title>mail</title><body lang=it><p>Buongiorno</p></body>");
    }

    private static Instant ago(long minutes) {
        return Stage.NOW.minus(Duration.ofMinutes(minutes));
    }

    private static QueueRow row(
            int id,
            String code,
            @Nullable String subject,
            @Nullable Priority priority,
            String channel,
            String who,
            @Nullable String customer,
            QueueRow.Turn turn,
            long minutes,
            @Nullable String technician,
            Lane lane,
            @Nullable String current) {
        return new QueueRow(
                id,
                code,
                lane.path(code),
                String.valueOf(subject),
                priority,
                channel,
                who,
                customer,
                who.startsWith("Nordwind") ? "EN" : null,
                who.startsWith("Teatro"),
                false,
                who.startsWith("Nordwind") ? Ticket.Undelivered.LOST : null,
                turn == QueueRow.Turn.FOR_PICKUP || turn == QueueRow.Turn.FOR_ANSWER,
                turn,
                ago(minutes),
                Avatar.of(technician),
                code.equals(current),
                false);
    }

    static QueueView list(Lane lane, @Nullable String current) {
        var pickup = QueueRow.Turn.FOR_PICKUP;
        var answer = QueueRow.Turn.FOR_ANSWER;
        var work = QueueRow.Turn.IN_WORK;
        var customer = QueueRow.Turn.FOR_CUSTOMER;
        if (lane == Lane.SPAM) {
            return new QueueView(lane, "", null, List.of(), null, false);
        }
        var days = List.of(
                row(
                        1,
                        "T-1002H",
                        "Fatture elettroniche scartate dallo SdI",
                        Priority.P2,
                        "email",
                        "Studio Bassani",
                        "C-11872",
                        answer,
                        26 * 60,
                        "Davide Riva",
                        lane,
                        current),
                row(
                        9,
                        "T-1009X",
                        "Preventivo per il gestionale",
                        null,
                        "email",
                        "giulia.neri@gmail.com",
                        null,
                        pickup,
                        25 * 60,
                        null,
                        lane,
                        current));
        var today = new ArrayList<QueueRow>();
        today.add(row(
                2,
                "T-1003K",
                "Checkout bloccato: carta rifiutata a tutti",
                Priority.P1,
                "phone",
                "Cantine Ferrante",
                "C-20418",
                answer,
                82,
                "Marta Grassi",
                lane,
                current));
        today.add(row(
                3,
                "T-1004M",
                "Errore 504 al pagamento",
                Priority.P1,
                "portal",
                "Libreria Ponte Vecchio",
                "C-30277",
                pickup,
                79,
                null,
                lane,
                current));
        today.add(row(
                4,
                "T-1005Q",
                "Giacenze ferme da stamattina",
                null,
                "phone",
                "Ortofrutta Galli",
                "C-18840",
                work,
                96,
                "Elena Longo",
                lane,
                current));
        today.add(row(
                5,
                "T-1006R",
                "Orders API returns 429 below the limit",
                null,
                "api",
                "Nordwind Outdoor",
                "C-40012",
                pickup,
                118,
                null,
                lane,
                current));
        today.add(row(
                6,
                "T-1007T",
                "E-mail di conferma dopo dieci minuti",
                Priority.P3,
                "email",
                "Teatro Civico",
                "C-27716",
                answer,
                190,
                "Elena Longo",
                lane,
                current));
        var hour = List.of(
                row(
                        7,
                        "T-1010A",
                        "Clienti duplicati nell’esportazione CSV",
                        Priority.P3,
                        "portal",
                        "Ferramenta Sala",
                        "C-15033",
                        work,
                        41,
                        "Marta Grassi",
                        lane,
                        current),
                row(
                        8,
                        "T-1011F",
                        "Cambio IBAN per l’addebito",
                        null,
                        "email",
                        "Acqua & Sale",
                        "C-19902",
                        customer,
                        33,
                        "Davide Riva",
                        lane,
                        current),
                row(
                        10,
                        "T-1012H",
                        "Sconto doppio con due codici",
                        null,
                        "portal",
                        "Bottega Nove",
                        "C-31540",
                        pickup,
                        12,
                        null,
                        lane,
                        current),
                row(
                        11,
                        "T-1013K",
                        "Come aggiungo un secondo utente?",
                        Priority.P4,
                        "portal",
                        "Pane Quotidiano",
                        "C-33018",
                        work,
                        8,
                        "Elena Longo",
                        lane,
                        current),
                row(
                        12,
                        "T-1014M",
                        "Logo più grande sullo scontrino",
                        Priority.P4,
                        "portal",
                        "Gelateria Alba",
                        "C-28861",
                        pickup,
                        3,
                        null,
                        lane,
                        current));
        return new QueueView(
                lane,
                "",
                "24",
                List.of(
                        new QueueView.Group("tickets.group.days", days),
                        new QueueView.Group("tickets.group.hours", today),
                        new QueueView.Group("tickets.group.new", hour)),
                null,
                false);
    }

    static TicketView cantine() {
        var me = Avatar.of("Marta Grassi");
        var head = new HeadView(
                2,
                "T-1003K",
                "Checkout bloccato: carta rifiutata a tutti",
                "IN_WORK",
                Priority.P1,
                "Pagamenti",
                me,
                true,
                false,
                ago(82),
                QueueRow.Turn.FOR_ANSWER,
                ago(9),
                List.of(new HeadView.Here(Avatar.of("Davide Riva"), "Davide", false)),
                List.of(new HeadView.Notice(
                        "info", "link", "tickets.notice.claims", "T-1001F", "/tickets/T-1001F", null)),
                new HeadView.Acts(false, true, true, true, true, true, false, true, false),
                null,
                null,
                "/");
        var talk = new TalkView(
                2,
                "T-1003K",
                List.of(
                        new TalkView.Event(1, ago(82), "inbox", "timeline.tickets.opened", new Object[] {
                            "actor", "Pronto", "code", "T-1003K"
                        }),
                        said(
                                11,
                                81,
                                "",
                                "Paolo Ferrante",
                                "Cantine Ferrante",
                                List.of(),
                                "Buongiorno, come dicevo al telefono dalle 9:20 nessuno riesce a pagare con carta. È il primo giorno della promozione e stiamo perdendo ordini.\n\nAllego la schermata che vedono i clienti.",
                                null,
                                List.of(new TalkView.FileLink(
                                        "checkout-errore.png", 214_000, "/tickets/T-1003K/attachments/1", "image")),
                                List.of(),
                                "/tickets/T-1003K/messages/11/html"),
                        new TalkView.Event(2, ago(79), "hand", "timeline.tickets.pickedUp", new Object[] {
                            "actor", "Marta Grassi", "code", "T-1003K", "technician", "Marta Grassi"
                        }),
                        said(
                                12,
                                58,
                                "msg--note",
                                "Davide Riva",
                                "Pagamenti",
                                List.of(new TalkView.Badge("badge--warn", "lock", "tickets.note")),
                                "",
                                new Rich(
                                        "<p>Confermo: l’acquirer va in timeout dalle 09:17, solo sulle carte. PayPal e bonifico passano, quindi possiamo proporli come alternativa. <span data-mention=\"1\">@Marta</span> prima di dirlo controlla che li abbiano attivi.</p>"),
                                List.of(),
                                List.of(),
                                null),
                        said(
                                13,
                                57,
                                "",
                                "Marta Grassi",
                                "Supporto",
                                List.of(),
                                "",
                                new Rich(
                                        "<p>Gentile Paolo, abbiamo riprodotto il problema: riguarda i pagamenti con carta di più negozi. Sul suo negozio <b>PayPal è attivo e funziona</b>:</p><ul><li>proponga PayPal dal carrello</li><li>il bonifico resta possibile</li></ul><p>Le scrivo di nuovo entro le 10:12, anche se non ci fossero novità.</p>"),
                                List.of(),
                                List.of(new TalkView.Way(
                                        "p.ferrante@cantineferrante.it", "SENT", ago(57), "250 Ok", null)),
                                null),
                        said(
                                14,
                                9,
                                "",
                                "Paolo Ferrante",
                                "Cantine Ferrante",
                                List.of(),
                                "Grazie, due ordini sono arrivati con PayPal. Attendo notizie sulle carte.",
                                null,
                                List.of(),
                                List.of(),
                                null)),
                "/tickets/T-1003K/talk?before=11");
        var composer = new ComposerView(
                2,
                "T-1003K",
                "p.ferrante@cantineferrante.it",
                "",
                new ComposerView.Draft(
                        "<p>Gentile Paolo, la causa è individuata: il gestore delle carte sta ripristinando il collegamento. I primi pagamenti sono già ripartiti alle 10:02.</p><p>Le confermo la chiusura appena il tasso di successo torna normale.</p>",
                        ago(1),
                        List.of()),
                ComposerView.Draft.NONE,
                List.of(new ComposerView.Colleague(2, "Davide Riva"), new ComposerView.Colleague(3, "Elena Longo")));
        var side = new SideView(
                2,
                "T-1003K",
                new SideView.CustomerCard(
                        "C-20418",
                        "Cantine Ferrante S.r.l.",
                        "Premium",
                        "it",
                        "Europe/Rome",
                        List.of("3 negozi", "1 gestionale"),
                        "/customers/C-20418"),
                new SideView.Reporter(
                        "Paolo Ferrante",
                        "p.ferrante@cantineferrante.it",
                        "+39 0577 240 118",
                        "responsabile e-commerce"),
                "ADDRESS",
                "VERIFIED",
                List.of(
                        new SideView.Person("Paolo Ferrante", "p.ferrante@cantineferrante.it", "REPORTER", null),
                        new SideView.Person(
                                "Lucia Ferrante",
                                "amministrazione@cantineferrante.it",
                                "COPIED",
                                "/tickets/T-1003K/participants/x")),
                List.of(new SideView.Waiting(
                        "Studio Bassi",
                        "studio@bassi.example",
                        "/tickets/T-1003K/waiting-people?address=studio@bassi.example")),
                List.of(new SideView.Other(
                        "T-1001F",
                        "/tickets/T-1001F",
                        "3-D Secure lento su Safari",
                        Priority.P3,
                        "WAITING_FOR_CUSTOMER",
                        ago(900))),
                List.of(),
                "it",
                "phone",
                "support@velia.example");
        return new TicketView(head, talk, composer, side);
    }

    static TicketView stranger() {
        var head = new HeadView(
                9,
                "T-1009X",
                "Preventivo per il gestionale",
                "WAITING",
                null,
                "Supporto",
                Avatar.of(null),
                false,
                true,
                ago(25 * 60),
                QueueRow.Turn.FOR_PICKUP,
                ago(25 * 60),
                List.of(),
                List.of(HeadView.Notice.of("warn", "shield-question-mark", "tickets.notice.unknown", "")),
                new HeadView.Acts(true, false, true, false, true, true, false, true, false),
                null,
                null,
                "/?view=unknown");
        var talk = new TalkView(
                9,
                "T-1009X",
                List.of(said(
                        21,
                        25 * 60,
                        "",
                        "giulia.neri@gmail.com",
                        null,
                        List.of(),
                        "Salve, scrivo per Ortofrutta Galli: ci servirebbe un preventivo per aggiungere il gestionale.\n\nGrazie\nGiulia",
                        null,
                        List.of(),
                        List.of(),
                        null)),
                null);
        var composer = new ComposerView(
                9, "T-1009X", "giulia.neri@gmail.com", "", ComposerView.Draft.NONE, ComposerView.Draft.NONE, List.of());
        var side = new SideView(
                9,
                "T-1009X",
                null,
                new SideView.Reporter("giulia.neri@gmail.com", "giulia.neri@gmail.com", null, null),
                "NONE",
                "UNVERIFIED",
                List.of(new SideView.Person("Giulia Neri", "giulia.neri@gmail.com", "REPORTER", null)),
                List.of(),
                List.of(),
                List.of(
                        new SideView.Suggestion("C-18840", "Ortofrutta Galli", "nome simile", null),
                        new SideView.Suggestion("C-27716", "Teatro Civico", "nome simile", null)),
                "it",
                "email",
                "support@velia.example");
        return new TicketView(head, talk, composer, side);
    }

    private static TrustMark doubtful() {
        var unknown = new Evidence.Check(Evidence.Result.NONE, "gmail.com", null);
        return TrustMark.of(Trust.UNVERIFIED, new Evidence(null, unknown, List.of(), unknown));
    }

    private static TalkView.Said said(
            long id,
            long minutes,
            String look,
            String name,
            @Nullable String role,
            List<TalkView.Badge> badges,
            String words,
            @Nullable Rich rich,
            List<TalkView.FileLink> files,
            List<TalkView.Way> ways,
            @Nullable String frame) {
        return new TalkView.Said(
                id,
                ago(minutes),
                look,
                Avatar.of(name),
                name,
                role,
                badges,
                null,
                id == 21 ? doubtful() : null,
                words,
                id == 21 ? words + "\n\nOn Monday, Marta wrote:\n> It is said twice." : null,
                rich,
                false,
                frame,
                false,
                null,
                files,
                ways,
                null,
                null);
    }
}

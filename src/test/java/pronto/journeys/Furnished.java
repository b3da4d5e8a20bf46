package pronto.journeys;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.catalog.CatalogBook;
import pronto.catalog.PartFields;
import pronto.catalog.PartKind;
import pronto.customers.ContactFields;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerPlans;
import pronto.customers.PlatformFields;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleText;
import pronto.knowledge.Articles;
import pronto.knowledge.Audience;
import pronto.knowledge.CannedAnswers;
import pronto.people.House;
import pronto.sla.Impact;
import pronto.sla.Plans;
import pronto.sla.Priority;
import pronto.staff.Personnel;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.staff.signin.Invitations;
import pronto.staff.signin.Links;
import pronto.staff.signin.Purpose;
import pronto.staff.tokens.Tokens;
import pronto.tickets.Askings;
import pronto.tickets.Body;
import pronto.tickets.Checklist;
import pronto.tickets.Desk;
import pronto.tickets.Escalation.HandOver;
import pronto.tickets.Escalation.Reason;
import pronto.tickets.Escalations;
import pronto.tickets.Mail;
import pronto.tickets.Reply;
import pronto.tickets.Resolution;
import pronto.tickets.Screening;
import pronto.tickets.Ticket;
import pronto.tickets.intake.UnfiledMail;
import pronto.tickets.work.Lanes;

/** A house in which every screen has something to show. */
final class Furnished {

    final String waiting;
    final String inWork;
    final String forCustomer;
    final String resolved;
    final String closed;
    final String spam;
    final String unknown;
    final String forged;
    final String html;
    final String bounced;
    final long unfiled;
    final long putAway;
    final long outgoing;
    final long contact;
    final long platform;
    final long answer;
    final long article;
    final long reviewed;
    final long person;
    final long team;
    final String invitation;
    final String spentLink;
    final String asked;

    final String satisfaction;

    private final House house;
    private final Desk desk;
    private final Technician ada;

    Furnished(House house, Technician ada, Technician eva) {
        this.house = house;
        this.ada = ada;
        desk = house.get(Desk.class);
        var book = house.get(CustomerBook.class);
        var acme = house.customer("ACME", "Acme S.r.l.", "acme.test");
        contact = book.addContact(
                        acme.id(),
                        ContactFields.named("Marta Rossi")
                                .withEmails(List.of("marta@acme.test"))
                                .withRole("Acquisti"),
                        ada.actor())
                .id();
        platform = book.putPlatform(
                        acme.id(),
                        PlatformFields.named("Negozio", "https://negozio.acme.test"),
                        CustomerBook.ANY,
                        ada.actor())
                .customer()
                .platforms()
                .getFirst()
                .id();
        catalog(acme);
        house.get(Plans.class).start(ada.actor());
        var periods = house.get(CustomerPlans.class);
        periods.change(acme.id(), "Business", Instant.parse("2026-01-15T00:00:00Z"), CustomerPlans.ANY, ada.actor());
        periods.change(acme.id(), "Platinum", Instant.parse("2026-03-01T00:00:00Z"), CustomerPlans.ANY, ada.actor());
        periods.change(acme.id(), "Premium", Instant.parse("2099-01-01T00:00:00Z"), CustomerPlans.ANY, ada.actor());
        house.customer("NORD", "Nordwind Logistics International GmbH & Co. KG", "nordwind.test");

        waiting = marta("La stampante del magazzino non stampa più le etichette da stamattina")
                .code();
        inWork = inWork(eva);
        forCustomer = answered("Dove trovo la fattura?");
        resolved = resolved("Password dimenticata");
        closed = resolved("Vecchia domanda");
        desk.close(ticket(closed), ada.actor());
        spam = house.reported(Mail.from("offerte@vinci.test").about("Hai vinto!!!"))
                .code();
        desk.markAsSpam(ticket(spam), ada.actor());
        desk.block("offerte@vinci.test", ada.actor());
        unknown = house.reported(Mail.from("Pia Acme", "pia.acme@posta.test").about("Chi siete?"))
                .code();
        forged = house.reported(
                        Mail.from("Capo", "capo@acme.test").dmarc("fail").about("Bonifico urgente"))
                .code();
        html = house.reported(marta().about("Il volantino").html("""
                <table><tr><td>Prezzi <img src="http://pictures.test/a.png"></td></tr></table>""")).code();
        bounced = bounced();
        house.receive(robot("Fuori ufficio"));
        house.receive(robot("Rapporto della notte")
                .html("<table><tr><td>Copie fatte <img src=\"http://pictures.test/b.png\"></td></tr></table>"));
        Awaitility.await().until(() -> count("select count(*) from channels.incoming where state = 'received'") == 0);

        unfiled = count("select max(incoming_id) from tickets.unfiled");
        putAway = count("select min(incoming_id) from tickets.unfiled");
        house.get(UnfiledMail.class).putAway(putAway, Lanes.PutAway.NOT_FOR_US, ada.actor());
        outgoing = count("select max(outgoing_id) from channels.delivery where address = 'marta@acme.test'");
        house.get(JdbcClient.class).sql("""
                        update channels.delivery set state = 'bounced', attempts = 3,
                               answer = '550 5.1.1 <marta@acme.test>: Recipient address rejected: User unknown in local table'
                         where outgoing_id = ?""").param(outgoing).update();
        house.get(JdbcClient.class)
                .sql("update tickets.ticket set undelivered = case code when ? then 'lost' else 'late' end"
                        + " where code in (?, ?)")
                .params(inWork, inWork, forCustomer)
                .update();
        answer = house.get(CannedAnswers.class)
                .add(
                        new CannedAnswers.Draft("Un attimo", "it", "<p>Un attimo, {{reporter.firstName}}</p>", null),
                        ada.actor())
                .id();
        article = article(
                        "<p>Spegni la stampante, aspetta dieci secondi e riaccendila.</p><ul><li>Controlla la carta</li></ul>",
                        Audience.PUBLIC)
                .id();
        house.get(Articles.class).publish(article, revision -> {}, ada.actor());
        house.get(Articles.class)
                .change(
                        article,
                        guideline(
                                "<p>Spegni la stampante, aspetta trenta secondi e riaccendila.</p><h3>Se non basta</h3><ul><li>Controlla la carta</li><li>Cambia il cavo</li></ul>",
                                Audience.PUBLIC),
                        revision -> {},
                        ada.actor());
        reviewed =
                article("<p>La chiave è in cassaforte.</p>", Audience.INTERNAL).id();
        house.get(Articles.class).askForReview(reviewed, revision -> {}, eva.actor());
        house.get(Tokens.class).make("Magazzino", Set.of(Scope.READ), null, ada.actor());
        var invited = house.get(Invitations.class)
                .hire("nuova@pronto.example", "Nuova Persona", Role.LEAD, "it", ada.actor());
        person = invited.person().id();
        invitation = path(invited.link());
        team = count("select min(id) from staff.team");
        asked = asked();
        satisfaction = linkOf("satisfaction");
        spentLink = path(house.get(Links.class).make(Purpose.INVITE, person)) + "x";
    }

    private void catalog(Customer acme) {
        var parts = house.get(CatalogBook.class);
        var owner = house.get(Staff.class).teamNamed("Piattaforma").id();
        put(
                parts,
                PartKind.ENVIRONMENT,
                "milan",
                PartFields.named("Milan data centre", "Data center di Milano", owner));
        put(
                parts,
                PartKind.COMPONENT,
                "orders-db",
                PartFields.named("Order database", "Database degli ordini", owner)
                        .core(true)
                        .runningOn("milan"));
        put(parts, PartKind.COMPONENT, "old-mailer", PartFields.named("Old mailer", "Vecchio spedizioniere", owner));
        put(
                parts,
                PartKind.COMPONENT,
                "stock",
                PartFields.named("Stock levels", "Giacenze", owner).dependingOn("orders-db"));
        put(
                parts,
                PartKind.COMPONENT,
                "checkout",
                PartFields.named("Checkout", "Cassa", owner)
                        .dependingOn("orders-db", "stock", "old-mailer")
                        .runningOn("milan"));
        put(
                parts,
                PartKind.SERVICE,
                "shop",
                PartFields.named(
                                "Shop for everybody who sells without a shop window",
                                "Negozio per chi vende senza vetrina",
                                owner)
                        .core(true)
                        .dependingOn("checkout", "stock"));
        parts.change("old-mailer", PartFields.NOTHING.retired(true), CatalogBook.ANY, ada.actor());
        house.get(CustomerBook.class)
                .putPlatform(
                        acme.id(),
                        PlatformFields.named("Negozio", null).runningOn("shop", "milan"),
                        CustomerBook.ANY,
                        ada.actor());
    }

    private void put(CatalogBook parts, PartKind kind, String key, PartFields fields) {
        parts.put(kind, key, fields, CatalogBook.ANY, ada.actor());
    }

    private Article article(String html, Audience audience) {
        return house.get(Articles.class).add(guideline(html, audience), ada.actor());
    }

    private static Articles.Draft guideline(String html, Audience audience) {
        return new Articles.Draft(
                ArticleKind.GUIDELINE,
                audience,
                new ArticleText("La stampante del magazzino non risponde", html),
                new ArticleText("The printer of the warehouse is silent", "<p>Switch it off and on again.</p>"),
                null,
                "");
    }

    private String inWork(Technician eva) {
        var ticket = marta("Non riesco ad accedere");
        desk.pickUp(ticket.id(), ada.id(), ada.actor());
        var impact = new Impact(
                Impact.Severity.BLOCKING,
                Impact.CoreImpact.STOPPED,
                Impact.Reach.ONE_CUSTOMER,
                Impact.Degradation.UNUSABLE,
                Impact.Workaround.NONE);
        desk.screen(
                ticket.id(),
                new Screening(impact, Screening.ByHand.of(Priority.P1, "Oggi parte la loro promozione.", "reason")),
                ada.actor());
        for (var called : List.of(ada, eva)) {
            desk.note(
                    ticket.id(),
                    new Body.Html("<p>Guarda tu <span data-mention=\"" + called.id() + "\">@" + called.name()
                            + "</span></p>"),
                    List.of(),
                    called == ada ? eva.actor() : ada.actor());
        }
        desk.reply(ticket.id(), saying("La risposta parte tra poco."), ada.actor());
        return ticket.code();
    }

    private String bounced() {
        var there = house.get(Staff.class).teamNamed("Piattaforma").id();
        house.get(Personnel.class).changeSkills(ada.id(), List.of("stampa", "pagamenti"), List.of("it"), ada.actor());
        var escalations = house.get(Escalations.class);
        var ticket = marta("Le etichette escono con i caratteri sbagliati");
        desk.pickUp(ticket.id(), ada.id(), ada.actor());
        for (var note : List.of("Il driver è quello nuovo.", "Succede anche con il driver di prima.")) {
            escalations.escalate(ticket.id(), there, handedOver(note), ada.actor());
            escalations.giveBack(ticket.id(), "Da noi le stesse etichette escono giuste.", ada.actor());
        }
        escalations.escalate(ticket.id(), there, handedOver("Succede solo con le etichette da 40 mm."), ada.actor());
        return ticket.code();
    }

    private static HandOver handedOver(String note) {
        return new HandOver(
                Reason.CAUSE_NOT_FOUND,
                null,
                note,
                "Spento e riacceso, driver vecchio e nuovo",
                "Al posto delle lettere accentate escono quadratini",
                "Stampa due etichette di fila dal magazzino");
    }

    /** The way to the page of what a customer was asked for. */
    private String asked() {
        var ticket = marta("La pagina resta bianca");
        desk.pickUp(ticket.id(), ada.id(), ada.actor());
        house.get(Askings.class).ask(ticket.id(), Checklist.PAGE.items(), "", ada.actor());
        return linkOf("asked");
    }

    private String linkOf(String what) {
        var mail = house.get(JdbcClient.class)
                .sql("select text from channels.outgoing where text like :what order by id desc limit 1")
                .param("what", "%/" + what + "/%")
                .query(String.class)
                .single();
        return mail.replaceFirst("(?s).*?(/" + what + "/[-_A-Za-z0-9]+).*", "$1");
    }

    private String answered(String subject) {
        var ticket = marta(subject);
        desk.pickUp(ticket.id(), ada.id(), ada.actor());
        screened(
                ticket,
                new Impact(
                        Impact.Severity.MAJOR,
                        Impact.CoreImpact.SLIGHT,
                        Impact.Reach.ONE_CUSTOMER,
                        Impact.Degradation.SLOW,
                        Impact.Workaround.COSTLY));
        desk.reply(ticket.id(), saying("La trova nell’area riservata."), ada.actor());
        desk.waitForCustomer(ticket.id(), ada.actor());
        return ticket.code();
    }

    private String resolved(String subject) {
        var ticket = marta(subject);
        desk.pickUp(ticket.id(), ada.id(), ada.actor());
        screened(ticket, Impact.MILDEST);
        desk.resolve(ticket.id(), new Resolution.Answer("Ora funziona.", "Guida 12"), ada.actor());
        return ticket.code();
    }

    private void screened(Ticket ticket, Impact impact) {
        desk.screen(ticket.id(), Screening.of(impact), ada.actor());
    }

    private static Mail robot(String subject) {
        return Mail.from("robot@nordwind.test").ofNobody().about(subject).header("Auto-Submitted: auto-replied");
    }

    private Ticket marta(String subject) {
        return house.reported(marta().about(subject));
    }

    private static Mail marta() {
        return Mail.from("Marta Rossi", "marta@acme.test");
    }

    private static Reply saying(String words) {
        return new Reply(new Body.Plain(words), null, null, List.of(), null);
    }

    private long ticket(String code) {
        return house.get(pronto.tickets.Tickets.class).byCode(code).id();
    }

    private long count(String question) {
        return house.get(JdbcClient.class).sql(question).query(Long.class).single();
    }

    private static String path(String link) {
        return java.net.URI.create(link).getPath();
    }
}

package pronto.tickets.intake;

import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.IncomingMail;
import pronto.channels.IncomingMails;
import pronto.channels.Mailbox;
import pronto.customers.Customers;
import pronto.customers.Recognition;
import pronto.runtime.Changes;
import pronto.runtime.Spelling;
import pronto.tickets.Arrival;
import pronto.tickets.Desk;
import pronto.tickets.Report;
import pronto.tickets.Ticket;
import pronto.tickets.work.Languages;
import pronto.tickets.work.Subjects;
import pronto.timeline.Actor;

/** Puts a mail where it belongs, in one transaction. */
@Component
class Filing {

    private final JdbcClient db;
    private final IncomingMails mails;
    private final WhichTicket which;
    private final Customers customers;
    private final Desk desk;
    private final Changes changes;

    Filing(JdbcClient db, IncomingMails mails, WhichTicket which, Customers customers, Desk desk, Changes changes) {
        this.db = db;
        this.mails = mails;
        this.which = which;
        this.customers = customers;
        this.desk = desk;
        this.changes = changes;
    }

    /** An event may come twice; its mail has one place. */
    boolean done(long incoming) {
        return db.sql("""
                select exists (select from tickets.message where incoming_id = :incoming)
                    or exists (select from tickets.unfiled where incoming_id = :incoming)
                """).param("incoming", incoming).query(Boolean.class).single();
    }

    @Transactional
    void file(IncomingMail mail) {
        switch (which.of(mail)) {
            case Place.On on -> {
                desk.append(on.ticket(), Arrival.of(mail), writer(mail.from(), null));
                mails.filed(mail.id());
            }
            case Place.OfItsOwn own -> {
                open(mail, own.claims(), own.continues());
                mails.filed(mail.id());
            }
            case Place.Nowhere nowhere -> layAside(mail, nowhere.reason());
        }
    }

    Ticket open(IncomingMail mail, @Nullable Long claims, @Nullable Long continues) {
        var from = mail.from();
        var known = from == null
                ? new Recognition(Recognition.How.NONE, mail.trust(), null, null)
                : customers.recognise(from.address(), mail.trust());
        return desk.open(new Report(
                "mail:" + mail.id(),
                Arrival.of(mail),
                new Ticket.Reporter(from == null ? null : from.name(), from == null ? null : from.address(), null),
                known,
                Languages.of(known, mail.language()),
                mail.supportAddress(),
                null,
                claims,
                continues,
                writer(from, known)));
    }

    private static Actor writer(@Nullable Mailbox from, @Nullable Recognition known) {
        var contact = known == null ? null : known.contact();
        return Actor.contact(
                contact == null ? null : contact.id(),
                from == null ? "?" : Objects.requireNonNullElse(from.name(), from.address()));
    }

    @Transactional
    void layAside(IncomingMail mail, Place.Reason reason) {
        var from = mail.from();
        db.sql("""
                insert into tickets.unfiled
                       (incoming_id, reason, automatic, from_name, from_address, subject, received_at)
                values (:incoming, :reason, :automatic, :name, :address, :subject, :receivedAt)
                on conflict do nothing
                """)
                .param("incoming", mail.id())
                .param("reason", Spelling.of(reason))
                .param("automatic", mail.automatic() == null ? null : Spelling.of(mail.automatic()))
                .param("name", from == null || from.name() == null ? null : Subjects.line(from.name()))
                .param("address", from == null ? null : from.address())
                .param("subject", Subjects.line(mail.subject()))
                .param("receivedAt", mail.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
        mails.unfiled(mail.id(), Spelling.of(reason));
        changes.record("unfiled", Long.toString(mail.id()));
    }
}

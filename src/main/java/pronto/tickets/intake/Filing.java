package pronto.tickets.intake;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.Automatic;
import pronto.channels.IncomingMail;
import pronto.channels.IncomingMails;
import pronto.channels.IncomingMails.Waiting;
import pronto.channels.Mailbox;
import pronto.channels.Returns;
import pronto.customers.Recognition;
import pronto.runtime.Changes;
import pronto.runtime.Spelling;
import pronto.runtime.Stages;
import pronto.runtime.Stages.Stage;
import pronto.tickets.Acts;
import pronto.tickets.Arrival;
import pronto.tickets.Body;
import pronto.tickets.Desk;
import pronto.tickets.Reply;
import pronto.tickets.Report;
import pronto.tickets.Ticket;
import pronto.tickets.work.Belonging;
import pronto.tickets.work.Languages;
import pronto.tickets.work.Subjects;
import pronto.timeline.Actor;

/** Puts mails where they belong: several in one transaction, each at one place. */
@Component
class Filing {

    private final JdbcClient db;
    private final IncomingMails mails;
    private final WhichTicket which;
    private final Senders senders;
    private final Desk desk;
    private final Returns returns;
    private final Belonging belonging;
    private final Acts acts;
    private final Changes changes;
    private final Stages stages;
    private final TransactionTemplate transaction;

    Filing(
            JdbcClient db,
            IncomingMails mails,
            WhichTicket which,
            Senders senders,
            Desk desk,
            Returns returns,
            Belonging belonging,
            Acts acts,
            Changes changes,
            Stages stages,
            TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
        this.mails = mails;
        this.which = which;
        this.senders = senders;
        this.desk = desk;
        this.returns = returns;
        this.belonging = belonging;
        this.acts = acts;
        this.changes = changes;
        this.stages = stages;
    }

    /** An event may come twice; its mail has one place. */
    boolean done(long incoming) {
        return db.sql("""
                select exists (select from tickets.message where incoming_id = :incoming)
                    or exists (select from tickets.unfiled where incoming_id = :incoming)
                """).param("incoming", incoming).query(Boolean.class).single();
    }

    /** The mails of one transaction were not filed; where it was one alone, what could be read of it. */
    static final class NotFiled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Waiting> waiting;
        private final transient List<IncomingMail> read;
        private final transient RuntimeException why;

        NotFiled(List<Waiting> waiting, List<IncomingMail> read, RuntimeException why) {
            super(why);
            this.waiting = waiting;
            this.read = read;
            this.why = why;
        }

        Waiting waiting() {
            return waiting.getFirst();
        }

        @Nullable IncomingMail mail() {
            return read.isEmpty() ? null : read.getFirst();
        }

        RuntimeException why() {
            return why;
        }
    }

    /** Files the next ones, all or none; those that were. */
    List<Waiting> fileNext(int most, Collection<String> butFor) {
        var next = new ArrayList<Waiting>();
        var read = new ArrayList<IncomingMail>();
        try {
            return stages.time(
                    Stage.FILE,
                    () -> transaction.execute(status -> {
                        next.addAll(mails.next(most, butFor));
                        if (!next.isEmpty()) {
                            // All are read before the first is written: while one writes, everybody's news waits for
                            // it.
                            read.addAll(
                                    mails.read(next.stream().map(Waiting::id).toList()));
                            file(read);
                        }
                        return next;
                    }));
        } catch (RuntimeException e) {
            throw next.isEmpty() ? e : new NotFiled(next, read, e);
        } catch (StackOverflowError e) {
            throw new NotFiled(next, read, new IllegalStateException("it is too deep", e));
        }
    }

    /** Those that open a ticket do so together, as long as none of them may belong to one of the others. */
    private void file(List<IncomingMail> read) {
        var known = senders.of(read);
        var opening = new ArrayList<Report>();
        for (var mail : read) {
            if (!opening.isEmpty() && WhichTicket.mayContinue(mail)) {
                desk.open(List.copyOf(opening));
                opening.clear();
            }
            file(mail, known, opening);
        }
        if (!opening.isEmpty()) {
            desk.open(opening);
        }
    }

    private void file(IncomingMail mail, Senders.Known known, List<Report> opening) {
        var about = mail.automatic() == Automatic.BOUNCE ? returns.cameBack(mail) : null;
        switch (which.of(mail, known, about)) {
            case Place.On on -> {
                desk.append(on.ticket(), Arrival.of(mail), writer(known.writes(mail), null));
                belonging.of(mail.id(), on.thread().answered(), on.thread().addressed());
                mails.filed(mail.id());
            }
            case Place.OfItsOwn own -> {
                opening.add(report(mail, known, own.claims(), own.continues()));
                mails.filed(mail.id());
            }
            case Place.Ours ours -> {
                answer(mail, ours);
                mails.filed(mail.id());
            }
            case Place.Nowhere nowhere -> layAside(mail, nowhere.reason());
        }
    }

    /** Only what they wrote above the quotation goes out; the mail itself is named, so that it counts once. */
    private void answer(IncomingMail mail, Place.Ours ours) {
        var files =
                Arrival.of(mail).files().stream().filter(file -> !file.inline()).toList();
        var said = desk.reply(
                acts.leadsTo(ours.ticket()),
                new Reply(new Body.Plain(mail.text()), null, null, files, null),
                ours.technician().actor());
        db.sql("update tickets.message set incoming_id = :incoming where id = :id")
                .param("incoming", mail.id())
                .param("id", said.id())
                .update();
    }

    Ticket open(IncomingMail mail) {
        return desk.open(report(mail, senders.of(List.of(mail)), null, null));
    }

    private static Report report(
            IncomingMail mail, Senders.Known senders, @Nullable Long claims, @Nullable Long continues) {
        var from = senders.writes(mail);
        var known = senders.recognise(mail);
        return new Report(
                "mail:" + mail.id(),
                Arrival.of(mail),
                new Ticket.Reporter(from == null ? null : from.name(), from == null ? null : from.address(), null),
                known,
                Languages.of(known, mail.language()),
                mail.supportAddress(),
                null,
                claims,
                continues,
                writer(from, known));
    }

    /** What somebody hopes to read here has no reporter: nobody is told of it, and nobody outside ever sees it. */
    Ticket openForOurEyes(IncomingMail mail) {
        var ticket = desk.open(new Report(
                "mail:" + mail.id(),
                Arrival.of(mail).heldBack(),
                new Ticket.Reporter(mail.from() == null ? null : mail.from().name(), null, null),
                Recognition.ofNobody(mail.trust()),
                Languages.of(Recognition.ofNobody(mail.trust()), mail.language()),
                mail.supportAddress(),
                null,
                null,
                null,
                writer(mail.from(), null)));
        db.sql("update tickets.message set held = true where incoming_id = :incoming")
                .param("incoming", mail.id())
                .update();
        return ticket;
    }

    private static Actor writer(@Nullable Mailbox from, @Nullable Recognition known) {
        var contact = known == null ? null : known.contact();
        return Actor.contact(
                contact == null ? null : contact.id(),
                from == null ? "?" : Objects.requireNonNullElse(from.name(), from.address()));
    }

    /** Where nobody else has found a place for it since. */
    @Transactional
    void giveUp(Waiting waiting, IncomingMail mail, Place.Reason reason) {
        if (mails.hold(waiting)) {
            layAside(mail, reason);
        }
    }

    private void layAside(IncomingMail mail, Place.Reason reason) {
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

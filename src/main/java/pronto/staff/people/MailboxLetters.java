package pronto.staff.people;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.channels.MailboxNews;
import pronto.channels.Outbox;
import pronto.channels.OutgoingMail;
import pronto.channels.SupportAddresses;
import pronto.runtime.PublicAddress;
import pronto.staff.Role;
import pronto.staff.Technician;
import pronto.ui.Text;
import pronto.ui.Texts;

/** Tells the administrators of a mailbox that can no longer be fetched: customers write there and nobody sees it. */
@Component
class MailboxLetters {

    private final Technicians technicians;
    private final Outbox outbox;
    private final SupportAddresses addresses;
    private final PublicAddress here;
    private final Texts texts;

    MailboxLetters(
            Technicians technicians, Outbox outbox, SupportAddresses addresses, PublicAddress here, Texts texts) {
        this.technicians = technicians;
        this.outbox = outbox;
        this.addresses = addresses;
        this.here = here;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void on(MailboxNews.Fails news) {
        toAdministrators(
                "mailboxFails",
                news.at(),
                news.mailbox(),
                text -> text.of(
                        "mail.staff.mailboxFails.text",
                        "mailbox",
                        news.mailbox(),
                        "since",
                        text.full(news.since()),
                        "why",
                        news.why(),
                        "link",
                        here.of("/settings/mailboxes").toString()));
    }

    @ApplicationModuleListener
    void on(MailboxNews.WorksAgain news) {
        toAdministrators(
                "mailboxWorks",
                news.at(),
                news.mailbox(),
                text -> text.of("mail.staff.mailboxWorks.text", "mailbox", news.mailbox()));
    }

    private interface Body {
        String in(Text text);
    }

    private void toAdministrators(String which, Instant at, String mailbox, Body body) {
        for (var person : technicians.working()) {
            if (person.role() == Role.ADMINISTRATOR) {
                send(person, which, at, mailbox, body);
            }
        }
    }

    private void send(Technician person, String which, Instant at, String mailbox, Body body) {
        var zone = person.timeZone() == null ? ZoneId.systemDefault() : ZoneId.of(person.timeZone());
        var text = texts.in(person.language(), zone);
        outbox.send(OutgoingMail.toOurOwn(
                "staff." + which + "." + mailbox + "." + at.toEpochMilli() + "." + person.id(),
                addresses.main().address(),
                new Mailbox(person.name(), person.email()),
                text.of("mail.staff." + which + ".subject", "mailbox", mailbox),
                body.in(text),
                person.language(),
                "technician",
                person.id(),
                at));
    }
}

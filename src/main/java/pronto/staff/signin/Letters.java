package pronto.staff.signin;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.channels.Outbox;
import pronto.channels.OutgoingMail;
import pronto.channels.SupportAddresses;
import pronto.runtime.PublicAddress;
import pronto.staff.Technician;
import pronto.ui.Texts;

/** Mails to our own people about getting in. */
@Component
public class Letters {

    private final Outbox outbox;
    private final SupportAddresses addresses;
    private final PublicAddress here;
    private final Texts texts;
    private final InstantSource time;

    Letters(Outbox outbox, SupportAddresses addresses, PublicAddress here, Texts texts, InstantSource time) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.here = here;
        this.texts = texts;
        this.time = time;
    }

    public void invitation(Technician person, String link) {
        send(person, "invitation", link);
    }

    void signInLink(Technician person, String link) {
        send(person, "signIn", link);
    }

    /** So that somebody whose password another has changed hears of it. */
    void passwordChanged(Technician person) {
        send(person, "passwordChanged", here.of("/sign-in").toString());
    }

    private void send(Technician person, String which, String link) {
        var text = texts.in(person.language(), ZoneOffset.UTC);
        outbox.send(OutgoingMail.toOurOwn(
                "staff." + which + "." + UUID.randomUUID(),
                addresses.main().address(),
                new Mailbox(person.name(), person.email()),
                text.of("mail.staff." + which + ".subject"),
                text.of("mail.staff." + which + ".text", "name", person.name(), "link", link),
                person.language(),
                "technician",
                person.id(),
                time.instant()));
    }
}

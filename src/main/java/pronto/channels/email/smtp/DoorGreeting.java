package pronto.channels.email.smtp;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pronto.channels.SupportAddresses;
import pronto.channels.SupportAddresses.SupportAddress;
import pronto.runtime.Greeting;
import pronto.runtime.Settings;

/** Says where mail comes in. */
@Component
@Order(10)
class DoorGreeting implements Greeting {

    private final MailDoors doors;
    private final SupportAddresses addresses;
    private final Settings settings;

    DoorGreeting(MailDoors doors, SupportAddresses addresses, Settings settings) {
        this.doors = doors;
        this.addresses = addresses;
        this.settings = settings;
    }

    @Override
    public List<String> lines() {
        var open = new ArrayList<String>();
        var at = settings.mail().smtp().address();
        doors.smtpPort().ifPresent(port -> open.add("SMTP " + at + ":" + port));
        doors.lmtpPort().ifPresent(port -> open.add("LMTP " + at + ":" + port));
        settings.mailboxes().forEach(mailbox -> open.add("IMAP " + mailbox.user() + " on " + mailbox.host()));
        return open.isEmpty()
                ? List.of()
                : List.of("mail in   " + String.join(", ", open) + " for "
                        + addresses.all().stream().map(SupportAddress::address).collect(joining(", ")));
    }
}

package pronto.channels.email.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import pronto.channels.email.Intake;
import pronto.files.Files;
import pronto.runtime.Settings;

/** The IMAP mailboxes of the settings, watched while Pronto runs. */
@Component
class Mailboxes implements SmartLifecycle {

    private final Settings settings;
    private final Places places;
    private final Intake intake;
    private final Files files;
    private final List<Watch> watches = new ArrayList<>();

    Mailboxes(Settings settings, Places places, Intake intake, Files files) {
        this.settings = settings;
        this.places = places;
        this.intake = intake;
        this.files = files;
    }

    @Override
    public synchronized void start() {
        var me = UUID.randomUUID();
        long limit = settings.mail().size().toBytes();
        for (var mailbox : settings.mailboxes()) {
            var name = name(mailbox);
            var after = Afterwards.of(mailbox.after());
            var watch = new Watch(mailbox, name, me, places, new Fetch(name, me, places, intake, files, after, limit));
            watches.add(watch);
            watch.start();
        }
    }

    @Override
    public synchronized void stop() {
        watches.forEach(Watch::end);
        watches.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !watches.isEmpty();
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }

    /** The same on every node, and without a secret. */
    static String name(Settings.Mailbox mailbox) {
        return mailbox.user() + "@" + mailbox.host() + ":" + mailbox.port() + "/" + mailbox.folder();
    }
}

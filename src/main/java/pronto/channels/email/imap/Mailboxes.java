package pronto.channels.email.imap;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.email.Intake;
import pronto.files.Files;
import pronto.runtime.MasterKey;
import pronto.runtime.Settings;

/** The IMAP mailboxes of the settings, watched while Pronto runs. */
@Component
class Mailboxes implements SmartLifecycle {

    private final Settings settings;
    private final Places places;
    private final Intake intake;
    private final Files files;
    private final JdbcClient db;
    private final MasterKey key;
    private final InstantSource time;
    private final List<Watch> watches = new ArrayList<>();

    Mailboxes(
            Settings settings,
            Places places,
            Intake intake,
            Files files,
            JdbcClient db,
            MasterKey key,
            InstantSource time) {
        this.settings = settings;
        this.places = places;
        this.intake = intake;
        this.files = files;
        this.db = db;
        this.key = key;
        this.time = time;
    }

    @Override
    public synchronized void start() {
        var me = UUID.randomUUID();
        for (var mailbox : settings.mailboxes()) {
            var watch = watch(mailbox, me);
            watches.add(watch);
            watch.start();
        }
    }

    Watch watch(Settings.Mailbox mailbox, UUID me) {
        var name = name(mailbox);
        long limit = settings.mail().size().toBytes();
        var fetch = new Fetch(places.held(name, me), intake, files, mailbox, limit);
        return new Watch(mailbox, name, me, login(mailbox, name), places, fetch);
    }

    private Login login(Settings.Mailbox mailbox, String name) {
        var oauth = mailbox.oauth();
        if (oauth == null) {
            return new Login.Password();
        }
        var given = oauth.refreshToken();
        var refresh = given == null ? null : new StoredRefreshToken(db, key, name, given);
        return new Login.ByToken(new AccessTokens(oauth, refresh, time));
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

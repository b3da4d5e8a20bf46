package pronto.runtime.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import pronto.runtime.Settings;
import pronto.runtime.encryption.Certificate;

/** Looks at the settings before anything starts; what is wrong is said in a sentence that names the key. */
public final class SettingsCheck {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("pronto");
    private static final Set<String> RELAYS = Set.of("smtp", "smtps");
    private static final int HIGHEST_PORT = 65_535;

    private SettingsCheck() {}

    public static Settings check(Environment environment) {
        refuseUnknown(environment);
        var settings = bind(environment);
        check(settings);
        return settings;
    }

    private static void refuseUnknown(Environment environment) {
        var known = new KnownKeys();
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .filter(OURS::isAncestorOf)
                        .filter(name -> !known.has(name))
                        .findFirst()
                        .ifPresent(name -> {
                            throw new WrongSetting("There is no setting " + name
                                    + known.nearestTo(name)
                                            .map(near -> "; did you mean " + near + "?")
                                            .orElse(". README.md names all there are."));
                        });
            }
        }
    }

    private static Settings bind(Environment environment) {
        try {
            return Binder.get(environment).bindOrCreate("pronto", Settings.class);
        } catch (BindException e) {
            var property = e.getProperty();
            throw new WrongSetting(
                    "The setting " + e.getName() + " cannot be "
                            + (property == null ? "empty" : "“" + property.getValue() + "”") + ".",
                    e);
        }
    }

    private static void check(Settings settings) {
        port("pronto.http.port", settings.http().port());
        port("pronto.mail.smtp.port", settings.mail().smtp().port());
        port("pronto.mail.lmtp.port", settings.mail().lmtp().port());
        var metrics = settings.metrics().port();
        if (metrics != null) {
            port("pronto.metrics.port", metrics);
        }
        url(settings.url());
        files(settings.files());
        pair(settings.tls());
        database(settings.database());
        relay(settings.mail().relay());
        settings.mailboxes().forEach(SettingsCheck::after);
        settings.mailboxes().forEach(SettingsCheck::login);
        rate(settings.api().rate());
    }

    private static void rate(int rate) {
        if (rate < 1 && rate != -1) {
            throw new WrongSetting(
                    "The setting pronto.api.rate must be a number of requests a second, or -1 for no limit;" + " it is "
                            + rate + ".");
        }
    }

    private static void port(String key, int port) {
        if (port < -1 || port > HIGHEST_PORT) {
            throw new WrongSetting("The setting " + key + " must be a port from 1 to 65535, 0 for a free one, or -1 for"
                    + " none; it is " + port + ".");
        }
    }

    private static void url(@Nullable URI url) {
        if (url != null && (url.getHost() == null || !List.of("http", "https").contains(url.getScheme()))) {
            throw new WrongSetting(
                    "The setting pronto.url must be an address as https://support.example.com; it is " + url + ".");
        }
    }

    private static void files(@Nullable String files) {
        if (files != null && !files.isBlank() && !files.matches("file:.+|s3:.+")) {
            throw new WrongSetting("The setting pronto.files must be a folder, as file:/shared/folder, or a bucket, as"
                    + " s3://bucket/prefix; it is " + files + ".");
        }
    }

    private static void pair(Settings.Tls tls) {
        if ((tls.certificate() == null) != (tls.key() == null)) {
            throw new WrongSetting(
                    "The settings pronto.tls.certificate and pronto.tls.key belong together: give both.");
        }
        readable("pronto.tls.certificate", tls.certificate());
        readable("pronto.tls.key", tls.key());
        if (tls.certificate() != null && tls.key() != null) {
            Certificate.read(tls.certificate(), tls.key());
        }
    }

    private static void readable(String key, @Nullable Path file) {
        if (file != null && !Files.isReadable(file)) {
            throw new WrongSetting("The file " + file + " of the setting " + key + " cannot be read.");
        }
    }

    private static void database(Settings.Database database) {
        if (!database.isOurOwn() && !database.url().startsWith("jdbc:postgresql:")) {
            throw new WrongSetting(
                    "The setting pronto.database.url must be an address as" + " jdbc:postgresql://host:5432/pronto.");
        }
    }

    private static void relay(String relay) {
        if (relay.isBlank()) {
            return;
        }
        try {
            var address = URI.create(relay);
            if (address.getHost() != null && RELAYS.contains(address.getScheme())) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below; the value may hold a password and is not repeated.
        }
        throw new WrongSetting("The setting pronto.mail.relay must be an address as smtp://user:password@host:587 or"
                + " smtps://host.");
    }

    private static void after(Settings.Mailbox mailbox) {
        var after = mailbox.after();
        if (!after.equals("flag") && !after.equals("delete") && !after.matches("move:.+")) {
            throw new WrongSetting(
                    "The setting pronto.mailboxes.after must be flag, delete or move:FOLDER; it is " + after + ".");
        }
    }

    private static void login(Settings.Mailbox mailbox) {
        if ((mailbox.password() == null) == (mailbox.oauth() == null)) {
            throw new WrongSetting("The mailbox " + mailbox.user() + " needs either pronto.mailboxes.password or"
                    + " pronto.mailboxes.oauth, and not both.");
        }
        var oauth = mailbox.oauth();
        if (oauth != null && oauth.refreshToken() == null && oauth.clientSecret() == null) {
            throw new WrongSetting("The mailbox " + mailbox.user() + " needs pronto.mailboxes.oauth.refresh-token, or"
                    + " pronto.mailboxes.oauth.client-secret to sign in as a program.");
        }
    }
}

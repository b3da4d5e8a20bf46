package pronto.runtime.command;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pronto.runtime.Greeting;
import pronto.runtime.Home;
import pronto.runtime.PublicAddress;
import pronto.runtime.Settings;
import pronto.runtime.Version;

/** Says on the terminal that the program is ready, where, and what else there is to know. */
@Component
class StartUp implements PublicAddress {

    private final Settings settings;
    private final Home home;
    private final Version version;
    private final ObjectProvider<Greeting> greetings;
    private volatile @Nullable Integer port;

    StartUp(Settings settings, Home home, Version version, ObjectProvider<Greeting> greetings) {
        this.settings = settings;
        this.home = home;
        this.version = version;
        this.greetings = greetings;
    }

    @Override
    public URI base() {
        var given = settings.url();
        if (given != null) {
            return given;
        }
        var listening = port;
        return URI.create("http://localhost:"
                + (listening != null ? listening : settings.http().port()));
    }

    @EventListener
    void listening(WebServerInitializedEvent server) {
        // The metrics may have a server of their own.
        if (server.getApplicationContext().getServerNamespace() == null) {
            port = server.getWebServer().getPort();
        }
    }

    @EventListener
    @Order
    void ready(ApplicationReadyEvent event) {
        System.out.println("Pronto " + version + " is ready at " + base());
        System.out.println("  data      " + home.folder());
        System.out.println("  database  "
                + (settings.database().isOurOwn()
                        ? "its own"
                        : withoutSecrets(settings.database().url())));
        greetings
                .orderedStream()
                .map(Greeting::lines)
                .flatMap(List::stream)
                .forEach(line -> System.out.println("  " + line));
    }

    /** What follows the question mark may hold a password. */
    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "");
    }
}

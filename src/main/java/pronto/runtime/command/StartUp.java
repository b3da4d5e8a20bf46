package pronto.runtime.command;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.stream.Stream;
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
import pronto.runtime.nodes.Nodes;

/** Says on the terminal that the program is ready, where, and what else there is to know. */
@Component
class StartUp implements PublicAddress {

    private final Settings settings;
    private final Home home;
    private final Version version;
    private final ObjectProvider<Greeting> greetings;
    private final ObjectProvider<Nodes> nodes;
    private volatile @Nullable Integer port;

    StartUp(
            Settings settings,
            Home home,
            Version version,
            ObjectProvider<Greeting> greetings,
            ObjectProvider<Nodes> nodes) {
        this.settings = settings;
        this.home = home;
        this.version = version;
        this.greetings = greetings;
        this.nodes = nodes;
    }

    @Override
    public URI base() {
        var given = settings.url();
        if (given != null) {
            return given;
        }
        var listening = port;
        return listening == null
                ? nodes.getObject()
                        .addressOfOneThatRuns()
                        .orElseGet(() -> at(settings.http().port()))
                : at(listening);
    }

    private URI at(int listening) {
        var scheme = settings.tls().certificate() == null ? "http" : "https";
        return URI.create(scheme + "://localhost:" + listening);
    }

    @EventListener
    void listening(WebServerInitializedEvent server) {
        // The metrics may have a server of their own.
        if (server.getApplicationContext().getServerNamespace() == null) {
            port = server.getWebServer().getPort();
            nodes.getObject().reachedAt(base());
        }
    }

    @EventListener
    @Order
    void ready(ApplicationReadyEvent event) {
        var said = Stream.concat(
                Stream.of(
                        "Pronto " + version + " is ready at " + base(),
                        "  data      " + home.folder(),
                        "  database  " + database()),
                greetings
                        .orderedStream()
                        .flatMap(greeting -> greeting.lines().stream())
                        .map("  "::concat));
        // In one piece: whoever waits for the first line may read the others at once.
        System.out.print(said.collect(joining("\n", "", "\n")));
    }

    private String database() {
        return settings.database().isOurOwn()
                ? "its own"
                : withoutSecrets(settings.database().url());
    }

    /** What follows the question mark may hold a password. */
    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "");
    }
}

package pronto.runtime.settings;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import pronto.runtime.Home;
import pronto.runtime.Settings;

/** What the web server must be told because of our settings. */
public final class DerivedSettings {

    private DerivedSettings() {}

    public static void add(ConfigurableEnvironment environment) {
        var settings = Binder.get(environment).bindOrCreate("pronto", Settings.class);
        var derived = new HashMap<String, Object>();
        // Not below /tmp, which may be small and in memory: a part of a form that is on its way is a file there.
        derived.put("server.tomcat.basedir", new Home(settings.home()).web().toString());
        encryption(settings.tls(), derived);
        metrics(settings, derived);
        environment.getPropertySources().addFirst(new MapPropertySource("derived", derived));
    }

    /** The files are watched: a renewed certificate needs no new start. */
    private static void encryption(Settings.Tls tls, Map<String, Object> derived) {
        if (tls.certificate() == null) {
            return;
        }
        var bundle = "spring.ssl.bundle.pem.pronto.";
        derived.put(bundle + "keystore.certificate", "file:" + tls.certificate());
        derived.put(bundle + "keystore.private-key", "file:" + tls.key());
        derived.put(bundle + "reload-on-update", true);
        derived.put("server.ssl.bundle", "pronto");
    }

    private static void metrics(Settings settings, Map<String, Object> derived) {
        var port = settings.metrics().port();
        if (port != null) {
            derived.put("management.server.port", port);
            derived.put("management.server.address", settings.http().address());
        }
    }
}

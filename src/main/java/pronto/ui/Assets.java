package pronto.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Our style sheets, scripts, fonts and icons: served under a path that changes when any of them does. */
@Component
public class Assets {

    static final String ROOT = "/static/";

    private final String version;
    private final String icons;

    public Assets() {
        this.version = versionOf("classpath:/static/**");
        this.icons = read("static/vendor/lucide-static-1.62.0/icons.svg");
    }

    String icons() {
        return icons;
    }

    public String version() {
        return version;
    }

    public String path(String file) {
        return ROOT + version + "/" + file;
    }

    private static String read(String file) {
        try (var in = Assets.class.getClassLoader().getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String versionOf(String pattern) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            var files = new PathMatchingResourcePatternResolver(Assets.class.getClassLoader()).getResources(pattern);
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (var file : files) {
                if (file.isReadable() && file.contentLength() > 0) {
                    try (var in = file.getInputStream()) {
                        hash.update(in.readAllBytes());
                    }
                }
            }
            return HexFormat.of().formatHex(hash.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

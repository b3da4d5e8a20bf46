package pronto.staff.web;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a browser calls itself, in the words of whoever uses it. */
public record BrowserName(
        String raw, @Nullable String browser, @Nullable String system) {

    private record Sign(Pattern pattern, String name) {
        static Sign of(String pattern, String name) {
            return new Sign(Pattern.compile(pattern), name);
        }
    }

    // Each claims to be the ones below it.
    private static final Sign[] BROWSERS = {
        Sign.of("\\bEdgA?(iOS)?/", "Edge"),
        Sign.of("\\bOPR/", "Opera"),
        Sign.of("\\b(Firefox|FxiOS)/", "Firefox"),
        Sign.of("\\b(Headless)?Chrom(e|ium)/|\\bCriOS/", "Chrome"),
        Sign.of("\\bSafari/", "Safari"),
    };

    private static final Sign[] SYSTEMS = {
        Sign.of("\\biPhone\\b", "iPhone"),
        Sign.of("\\biPad\\b", "iPad"),
        Sign.of("\\bAndroid\\b", "Android"),
        Sign.of("\\bWindows\\b", "Windows"),
        Sign.of("\\bMac OS X\\b", "macOS"),
        Sign.of("\\bCrOS\\b", "ChromeOS"),
        Sign.of("\\bLinux\\b", "Linux"),
    };

    static BrowserName of(String raw) {
        return new BrowserName(raw, first(BROWSERS, raw), first(SYSTEMS, raw));
    }

    private static @Nullable String first(Sign[] signs, String raw) {
        return Stream.of(signs)
                .filter(sign -> sign.pattern().matcher(raw).find())
                .map(Sign::name)
                .findFirst()
                .orElse(null);
    }
}

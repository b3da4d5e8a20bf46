package pronto.channels.email.fuzz;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import pronto.channels.IncomingMail;
import pronto.channels.email.MemoryFiles;
import pronto.channels.email.Samples;
import pronto.people.Effort;

/**
 * Reads whatever bytes it is given by the whole path a mail takes, and demands what holds for any of them. The method has
 * the name and shape that coverage-guided fuzzers look for.
 */
public final class MailFuzz {

    private static final Duration MOST = Duration.ofSeconds(2);
    private static final Pattern UNKEPT =
            Pattern.compile("\\x00|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");
    private static final String PROGRAMS =
            "script, style, iframe, object, embed, link, meta, base, form, input, svg, math";

    private MailFuzz() {}

    public static void fuzzerTestOneInput(byte[] mail) {
        var effort = Effort.of(() -> read(mail));
        demand(effort.spent().compareTo(MOST) < 0, "It took " + effort.spent().toMillis() + " ms");
        var read = effort.result();
        demand(!UNKEPT.matcher(words(read)).find(), "No database keeps this");
        demand(read.fullText().isBlank() || !read.text().isBlank(), "All of it was cut away");
        demand(
                read.attachments().stream()
                        .noneMatch(file -> file.name().isBlank() || file.name().contains("/")),
                "A bad name");
        harmless(read.html());
    }

    private static IncomingMail read(byte[] mail) {
        try {
            return Samples.read(mail, new MemoryFiles(), "sender@example.org");
        } catch (UncheckedIOException e) {
            throw new AssertionError("It cannot be read at all", e);
        }
    }

    private static String words(IncomingMail read) {
        var words = new StringBuilder();
        words.append(read.subject()).append(read.text()).append(read.fullText()).append(read.html());
        words.append(read.messageId()).append(read.inReplyTo()).append(read.references());
        words.append(read.from())
                .append(read.to())
                .append(read.cc())
                .append(read.replyTo())
                .append(read.attachments());
        return words.append(read.notice()).toString();
    }

    private static void harmless(@Nullable String html) {
        if (html != null) {
            var page = Jsoup.parse(html);
            demand(page.body().select(PROGRAMS).isEmpty(), "A program came through");
            demand(
                    page.getAllElements().stream()
                            .flatMap(element -> element.attributes().asList().stream())
                            .noneMatch(attribute -> attribute.getKey().startsWith("on")),
                    "A handler came through");
        }
    }

    private static void demand(boolean kept, String why) {
        if (!kept) {
            throw new AssertionError(why);
        }
    }
}

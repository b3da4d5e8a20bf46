package pronto.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pronto.channels.IncomingMail;
import pronto.channels.Mailbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real and broken mails of other projects are read as those projects expect. */
class SampleMessagesTest {

    /** Where the other project's reader saw less than there is: two of three enclosed mails went by it. */
    private static final String MORE_FILES = "stalwart-thirdparty-015.eml";

    static Stream<Path> messages() {
        return Samples.all("messages", ".eml");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void is_read_as_expected(Path file) throws Exception {
        var expected = JsonMapper.shared()
                .readTree(Files.readString(Path.of(file.toString().replaceFirst("eml$", "json"))));
        var mail = Samples.read(Samples.asSent(file));

        assertThat(deviations(expected, mail))
                .filteredOn(deviation -> !(file.endsWith(MORE_FILES) && deviation.startsWith("files too many")))
                .isEmpty();
    }

    static List<String> deviations(JsonNode expected, IncomingMail mail) throws Exception {
        var deviations = new Deviations();
        deviations.compare("subject", expected.get("subject"), mail.subject());
        deviations.compare("messageId", expected.get("messageId"), mail.messageId());
        deviations.compare("inReplyTo", expected.at("/inReplyTo/0"), mail.inReplyTo());
        deviations.people("from", expected.get("from"), mail.from() == null ? List.of() : List.of(mail.from()));
        deviations.people("to", expected.get("to"), mail.to());
        deviations.people("cc", expected.get("cc"), mail.cc());
        if (expected.has("date") && !expected.get("date").isNull()) {
            deviations.compare("date", expected.get("date"), String.valueOf(mail.date()));
        }
        var body = expected.has("textBody") ? expected.get("textBody") : expected.at("/textParts/0");
        if (expected.has("textParts")) {
            deviations.check("text", fold(mail.fullText()).contains(fold(body.asString())), mail.fullText());
        } else {
            deviations.compare("text", body, mail.fullText());
        }
        if (expected.has("htmlPresent")) {
            deviations.check("html", expected.get("htmlPresent").asBoolean() == (mail.html() != null), mail.html());
        }
        expected.path("bodyWords")
                .forEach(word ->
                        deviations.check("word " + word, mail.fullText().contains(word.asString()), mail.fullText()));
        deviations.files(expected.get("attachments"), mail.attachments());
        return deviations.found;
    }

    private static String fold(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static final class Deviations {

        final List<String> found = new ArrayList<>();

        void check(String what, boolean right, @Nullable Object seen) {
            if (!right) {
                found.add(what + ": " + seen);
            }
        }

        void compare(String what, @Nullable JsonNode expected, @Nullable Object seen) {
            if (expected != null && !expected.isMissingNode() && !expected.isNull()) {
                var text = seen == null ? "" : fold(seen.toString());
                check(what + " expected " + expected.asString(), text.equals(fold(expected.asString())), text);
            }
        }

        void people(String what, @Nullable JsonNode expected, List<Mailbox> seen) {
            if (expected == null) {
                return;
            }
            // A name without an address, or one on no host, is nobody we could answer.
            var people = expected.valueStream()
                    .filter(person -> !person.has("address")
                            || person.get("address").asString("").contains("@"))
                    .limit(what.equals("from") ? 1 : Integer.MAX_VALUE)
                    .toList();
            check(what + " count " + expected, people.size() == seen.size(), seen);
            for (int i = 0; i < Math.min(people.size(), seen.size()); i++) {
                var address = people.get(i).get("address");
                if (address != null) {
                    compare(
                            what,
                            JsonMapper.shared().valueToTree(address.asString().toLowerCase(Locale.ROOT)),
                            seen.get(i).address());
                }
                compare(what + " name", people.get(i).get("name"), seen.get(i).name());
            }
        }

        void files(@Nullable JsonNode expected, List<IncomingMail.Attachment> seen) {
            if (expected == null) {
                return;
            }
            var left = new ArrayList<>(seen);
            for (var file : expected) {
                boolean firm = !file.has("firm") || file.get("firm").asBoolean();
                var match = left.stream().filter(kept -> matches(file, kept)).min(Comparator.comparing(kept -> 0));
                match.ifPresent(left::remove);
                check("file " + file, match.isPresent() || !firm, seen);
            }
            boolean loose = false;
            for (var file : expected) {
                loose |= file.has("firm") && !file.get("firm").asBoolean();
            }
            check("files too many, expected " + expected, left.isEmpty() || loose, left);
        }

        private static boolean matches(JsonNode file, IncomingMail.Attachment kept) {
            return is(file.get("filename"), kept.name())
                    && is(file.get("contentType"), kept.contentType())
                    && (!file.has("size") || file.get("size").asLong() == kept.size() || file.has("alsoSha256"))
                    && (is(file.get("sha256"), kept.file().sha256()) || is2(file.get("alsoSha256"), kept));
        }

        private static boolean is(@Nullable JsonNode expected, String seen) {
            return expected == null || expected.isNull() || expected.asString().equals(seen);
        }

        private static boolean is2(@Nullable JsonNode expected, IncomingMail.Attachment kept) {
            return expected != null
                    && !expected.isNull()
                    && expected.toString().contains(kept.file().sha256());
        }
    }
}

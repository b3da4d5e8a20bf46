package pronto.channels.email.corpus;

import static pronto.channels.email.corpus.Corpus.fold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pronto.channels.IncomingMail;
import pronto.channels.Mailbox;
import pronto.channels.email.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real and broken mails of other projects are read as those projects expect. */
class CorpusMessagesTest {

    private final Corpus corpus = new Corpus("messages");

    @Test
    void every_message_shows_what_is_in_it() {
        Samples.all("messages", ".eml").forEach(this::compare);
        corpus.conclude();
    }

    private void compare(Path file) {
        var name = file.getFileName().toString();
        var expected =
                JsonMapper.shared().readTree(Corpus.text(Path.of(file.toString().replaceFirst("eml$", "json"))));
        var mail = Samples.read(Samples.asSent(file));
        words(name, expected, mail);
        people(name, "from", expected.get("from"), mail.from() == null ? List.of() : List.of(mail.from()));
        people(name, "to", expected.get("to"), mail.to());
        people(name, "cc", expected.get("cc"), mail.cc());
        said(name, expected, mail);
        files(name, expected.get("attachments"), mail.attachments());
    }

    private void words(String name, JsonNode expected, IncomingMail mail) {
        same(name, "subject", expected.get("subject"), mail.subject());
        same(name, "messageId", expected.get("messageId"), mail.messageId());
        same(name, "inReplyTo", expected.at("/inReplyTo/0"), mail.inReplyTo());
        same(name, "date", expected.get("date"), mail.date());
        if (expected.has("references")) {
            var references = expected.get("references")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            corpus.check(name, "references", mail.references().containsAll(references), mail.references());
        }
    }

    private void said(String name, JsonNode expected, IncomingMail mail) {
        if (expected.has("textParts")) {
            boolean first = fold(mail.fullText())
                    .contains(fold(expected.get("textParts").get(0).asString()));
            corpus.check(name, "textParts", first, mail.fullText());
        } else {
            same(name, "textBody", expected.get("textBody"), mail.fullText());
        }
        if (expected.has("htmlPresent")) {
            boolean html = expected.get("htmlPresent").asBoolean();
            corpus.check(name, "htmlPresent", html == (mail.html() != null), String.valueOf(mail.html()));
        }
        if (expected.has("bodyWords")) {
            boolean all = expected.get("bodyWords")
                    .valueStream()
                    .allMatch(word -> mail.fullText().contains(word.asString()));
            corpus.check(name, "bodyWords", all, mail.fullText());
        }
    }

    private void same(String name, String key, @Nullable JsonNode expected, @Nullable Object seen) {
        if (expected != null && !expected.isMissingNode() && !expected.isNull()) {
            var text = seen == null ? "" : fold(seen.toString());
            corpus.check(name, key, text.equals(fold(expected.asString())), text);
        }
    }

    /** A name without an address, or one on no host, is nobody we could answer. */
    private void people(String name, String key, @Nullable JsonNode expected, List<Mailbox> seen) {
        if (expected == null) {
            return;
        }
        var people = expected.valueStream()
                .filter(person -> !person.has("address")
                        || person.get("address").asString("").contains("@"))
                .limit(key.equals("from") ? 1 : Integer.MAX_VALUE)
                .toList();
        boolean right = people.size() == seen.size();
        for (int i = 0; right && i < people.size(); i++) {
            right = is(people.get(i).get("address"), seen.get(i).address(), true)
                    && is(people.get(i).get("name"), String.valueOf(seen.get(i).name()), false);
        }
        corpus.check(name, key, right, seen);
    }

    private static boolean is(@Nullable JsonNode expected, String seen, boolean anyCase) {
        return expected == null
                || expected.isNull()
                || fold(anyCase ? expected.asString().toLowerCase(Locale.ROOT) : expected.asString())
                        .equals(fold(seen));
    }

    private void files(String name, @Nullable JsonNode expected, List<IncomingMail.Attachment> seen) {
        if (expected == null) {
            return;
        }
        var left = new ArrayList<>(seen);
        boolean loose = false;
        for (var file : expected) {
            boolean firm = !file.has("firm") || file.get("firm").asBoolean();
            loose |= !firm;
            var match = left.stream().filter(kept -> matches(file, kept)).findFirst();
            match.ifPresent(left::remove);
            if (firm) {
                corpus.check(name, "attachment", match.isPresent(), file + " not in " + seen);
            }
        }
        corpus.check(name, "attachments", left.isEmpty() || loose, left);
    }

    private static boolean matches(JsonNode file, IncomingMail.Attachment kept) {
        return is(file.get("filename"), kept.name(), false)
                && is(file.get("contentType"), kept.contentType(), false)
                && (!file.has("size") || file.get("size").asLong() == kept.size() || file.has("alsoSha256"))
                && (is(file.get("sha256"), kept.file().sha256(), false)
                        || file.path("alsoSha256")
                                .toString()
                                .contains(kept.file().sha256()));
    }
}

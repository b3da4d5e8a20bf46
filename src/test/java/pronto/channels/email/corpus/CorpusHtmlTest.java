package pronto.channels.email.corpus;

import java.util.Locale;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import pronto.channels.email.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever somebody writes into a mail, nothing of it runs and nothing is fetched. */
class CorpusHtmlTest {

    private static final String PROGRAMS =
            "script, style, iframe, frame, object, embed, link, meta, base, form, input, button, textarea, svg, math,"
                    + " template, noscript, audio, video";

    private final Corpus corpus = new Corpus("html");

    @Test
    void nothing_of_any_payload_runs() {
        for (var payload : JsonMapper.shared().readTree(Corpus.text(Samples.file("html/payloads.json")))) {
            var hostile = payload.get("payload").asString();
            var html = Samples.read("From: thief@evil.example\nContent-Type: text/html; charset=utf-8\n\n" + hostile)
                    .html();
            var clean = html == null ? "" : html;
            var page = Jsoup.parse(clean);
            var id = payload.get("id").asString();
            corpus.check(id, "programs", page.select(PROGRAMS).isEmpty(), clean);
            corpus.check(
                    id, "handlers", none(page, attribute -> attribute.getKey().startsWith("on")), clean);
            corpus.check(id, "addresses", none(page, CorpusHtmlTest::leadsElsewhere), clean);
            payload.path("mustNotSurvive")
                    .forEach(what ->
                            corpus.check(id, what.asString(), isGone(page, clean, payload, what.asString()), clean));
        }
        corpus.conclude();
    }

    private static boolean leadsElsewhere(Attribute attribute) {
        return attribute.getKey().matches("href|src|action|data-src|background|poster|xlink:href|formaction")
                && !attribute.getValue().matches("(?is)(?:https?://|mailto:|tel:|cid:).*");
    }

    private static boolean none(Document page, Predicate<Attribute> wrong) {
        return page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .noneMatch(wrong);
    }

    private static boolean isGone(Document page, String clean, JsonNode payload, String what) {
        var name = what.substring(what.indexOf(':') + 1);
        return switch (what.replaceFirst(":.*", "")) {
            case "element" ->
                page.body().getAllElements().stream()
                        .skip(1)
                        .noneMatch(element -> element.normalName().matches(name.replace("*", ".*")));
            case "attribute" -> none(page, attribute -> attribute.getKey().matches(name.replace("*", ".*")));
            case "address" ->
                none(
                        page,
                        attribute -> attribute
                                .getValue()
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(name + ":"));
            case "verbatim" -> !clean.equals(payload.get("payload").asString());
            default -> throw new AssertionError(what);
        };
    }
}

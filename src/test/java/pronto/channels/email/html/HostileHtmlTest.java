package pronto.channels.email.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pronto.channels.email.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever somebody writes into a mail, nothing of it runs and nothing is fetched. */
class HostileHtmlTest {

    static Stream<Named<JsonNode>> payloads() throws IOException {
        var payloads = JsonMapper.shared().readTree(Files.readString(Samples.file("html/payloads.json")));
        return StreamSupport.stream(payloads.spliterator(), false)
                .map(payload -> Named.of(payload.get("id").asString(), payload));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothing_of_it_runs(JsonNode payload) {
        var clean = Sanitiser.clean(payload.get("payload").asString()).html();
        var page = Jsoup.parse(clean);

        assertThat(page.select("script, style, iframe, object, embed, link, meta, base, form, input, svg, math"))
                .isEmpty();
        assertThat(page.getAllElements().stream().flatMap(element -> element.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(page.select("[href], [src], [action]"))
                .allMatch(element ->
                        (element.attr("href") + element.attr("src")).matches("(?i)(?:https?://|mailto:|tel:|cid:).*"));
        payload.path("mustNotSurvive").forEach(what -> assertGone(page, clean, payload, what.asString()));
    }

    private static void assertGone(Document page, String clean, JsonNode payload, String what) {
        var name = what.substring(what.indexOf(':') + 1);
        switch (what.replaceFirst(":.*", "")) {
            case "element" ->
                assertThat(
                                name.contains("*")
                                        ? page.select(":not(*)")
                                        : page.body().select(name))
                        .isEmpty();
            case "attribute" ->
                assertThat(page.getAllElements())
                        .noneMatch(element -> element.attributes().asList().stream()
                                .anyMatch(attribute -> attribute.getKey().matches(name.replace("*", ".*"))));
            case "address" ->
                assertThat(page.getAllElements())
                        .noneMatch(element -> (element.attr("href") + element.attr("src"))
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(name + ":"));
            case "verbatim" ->
                assertThat(clean).isNotEqualTo(payload.get("payload").asString());
            default -> throw new AssertionError(what);
        }
    }
}

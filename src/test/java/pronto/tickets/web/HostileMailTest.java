package pronto.tickets.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;
import tools.jackson.databind.json.JsonMapper;

/** What a stranger writes is shown as words, wherever it stands, and never becomes part of a page of ours. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class HostileMailTest extends AtTheDesk {

    private static final List<String> MORE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'><svg/onload=alert(1)>",
            "javascript:alert(1)",
            "</title><script>alert(1)</script>",
            "</textarea><script>alert(1)</script>",
            "${7*7}{{7*7}}<%= 7*7 %>#{7*7}",
            "<iframe srcdoc='<script>alert(1)</script>'>",
            "\" onmouseover=\"alert(1)",
            "--><script>alert(1)</script>",
            "]]><script>alert(1)</script>",
            "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
            "<style>@import 'https://evil.test/x.css';</style>",
            "<base href=https://evil.test/>",
            "<meta http-equiv=refresh content='0;url=https://evil.test/'>",
            "<form action=https://evil.test><input name=csrf>",
            "\u202e<script>alert(1)</script>");

    @Autowired
    private WebServerApplicationContext context;

    private static List<String> payloads() throws IOException {
        var written = new ArrayList<>(MORE);
        for (var one :
                JsonMapper.shared().readTree(Files.readString(Path.of("src/test/resources/mail/html/payloads.json")))) {
            written.add(one.get("payload").asString());
        }
        return written;
    }

    @Test
    void no_subject_name_file_name_or_text_of_a_mail_becomes_a_part_of_the_page() throws IOException {
        var browser = new Cast(context).browserOf(giulia);
        var clean =
                elements(browser.get("/tickets/" + hostile("Nothing").code()).body());

        for (var payload : payloads()) {
            var ticket = hostile(payload);
            for (var path : List.of("/tickets/" + ticket.code(), "/tickets/" + ticket.code() + "/timeline")) {
                var page = browser.get(path);
                assertThat(page.statusCode()).as(payload).isEqualTo(200);
                harmless(page.body(), payload);
            }
            assertThat(elements(browser.get("/tickets/" + ticket.code()).body()))
                    .as("the same elements as of a mail that says nothing: " + payload)
                    .isSubsetOf(clean);
        }
        harmless(browser.get("/").body(), "the queue");
    }

    private Ticket hostile(String payload) {
        var encoded = "=?utf-8?b?" + Base64.getEncoder().encodeToString(payload.getBytes(UTF_8)) + "?=";
        var boundary = "b0undary";
        return reported(Mail.from(encoded, "eve@evil.test")
                .about(encoded)
                .copying(encoded + " <luca@evil.test>")
                .ofType("multipart/mixed; boundary=" + boundary)
                .saying("--" + boundary
                        + "\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getEncoder().encodeToString(payload.getBytes(UTF_8)) + "\n--" + boundary
                        + "\nContent-Type: text/plain\nContent-Disposition: attachment; filename=\"" + encoded
                        + "\"\n\nfile\n--" + boundary + "--\n"));
    }

    private static void harmless(String page, String payload) {
        var document = Jsoup.parse(page);
        assertThat(document.select("script:not([src])")).as(payload).isEmpty();
        assertThat(document.select("script[src], img[src], link[href], iframe, base, object, embed, meta[http-equiv]"))
                .as(payload)
                .noneMatch(element -> element.attr("src").matches("(?i)(?:https?:|//|javascript:|data:text).*")
                        || element.attr("href").matches("(?i)(?:https?:|//|javascript:).*")
                        || List.of("iframe", "base", "object", "embed").contains(element.normalName()));
        for (var element : document.getAllElements()) {
            for (var attribute : element.attributes()) {
                var name = attribute.getKey().toLowerCase(Locale.ROOT);
                assertThat(name).as(payload).doesNotStartWith("on").isNotEqualTo("srcdoc");
                if (name.equals("href") || name.equals("src") || name.equals("action")) {
                    assertThat(attribute.getValue().strip().toLowerCase(Locale.ROOT))
                            .as(payload)
                            .doesNotStartWith("javascript:")
                            .doesNotStartWith("data:text")
                            .doesNotStartWith("vbscript:");
                }
            }
        }
    }

    private static List<String> elements(String page) {
        return Jsoup.parse(page).getAllElements().stream()
                .map(Element::normalName)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "evil.js, application/javascript",
        "evil.html, text/html",
        "evil.svg, image/svg+xml",
        "evil.xml, text/xml",
        "evil.pdf, application/pdf",
        "evil.xhtml, application/xhtml+xml",
        "evil.css, text/css",
        "evil.swf, application/x-shockwave-flash",
        ".htaccess, text/plain",
        "picture.png, text/html",
    })
    void a_file_that_was_sent_is_only_ever_downloaded(String name, String type) {
        var ticket = reported(Mail.from(MARTA)
                .ofType("multipart/mixed; boundary=b")
                .saying("--b\n\nSee the file.\n--b\nContent-Type: " + type
                        + "\nContent-Disposition: inline; filename=\"" + name
                        + "\"\n\n<script>alert(1)</script>\n--b--\n"));
        var file =
                conversation.of(ticket.id(), null, 1).getFirst().attachments().getFirst();

        var answer = new Cast(context).browserOf(giulia).get("/tickets/" + ticket.code() + "/attachments/" + file.id());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
    }
}

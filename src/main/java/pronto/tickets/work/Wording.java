package pronto.tickets.work;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import pronto.tickets.Body;
import pronto.tickets.Message;

/** Makes what a technician wrote safe to keep, to show and to send, and gives rich text its plain form. */
final class Wording {

    /** {@code html} is null for what was written as plain text; {@code mentions} are the technicians it names. */
    record Safe(String text, @Nullable String html, Set<Long> mentions) {

        boolean empty() {
            return text.isBlank();
        }
    }

    private static final Pattern PICTURE = Pattern.compile("cid:[A-Za-z0-9.@_-]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** What the editor can make, and no more. Pictures are only those that lie on the message. */
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "br",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "s",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "hr",
                    "a",
                    "img",
                    "span",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td")
            .allowWithoutAttributes("span")
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid")
            .allowAttributes("href")
            .matching(Pattern.compile("(?i)(?!cid:).*"))
            .onElements("a")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("data-mention")
            .matching(NUMBER)
            .onElements("span")
            .toFactory();

    private Wording() {}

    static Safe of(Body body, List<Message.File> files) {
        return switch (body) {
            case Body.Plain plain -> new Safe(tidy(plain.text()), null, Set.of());
            case Body.Html rich -> rich(rich.html(), files);
        };
    }

    private static Safe rich(String html, List<Message.File> files) {
        var document = Jsoup.parseBodyFragment(Messages.storable(html));
        document.outputSettings().prettyPrint(false);
        namePictures(document, files);
        var mentions = mentions(document);
        var safe = POLICY.sanitize(document.body().html());
        var text = PlainText.of(safe);
        return new Safe(text, text.isBlank() && !safe.contains("<img") ? "" : safe, mentions);
    }

    /** A pasted picture is shown to its writer from an address of ours, and sent as a part of the mail. */
    private static void namePictures(Document document, List<Message.File> files) {
        var known = files.stream()
                .map(Message.File::contentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (var picture : document.select("img[src]")) {
            var source = picture.attr("src");
            var name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf(':')) + 1);
            if (known.contains(name)) {
                picture.attr("src", "cid:" + name);
            } else {
                picture.remove();
            }
        }
    }

    private static Set<Long> mentions(Document document) {
        var named = new LinkedHashSet<Long>();
        for (var mention : document.select("[data-mention]")) {
            if (NUMBER.matcher(mention.attr("data-mention")).matches()) {
                named.add(Long.parseLong(mention.attr("data-mention")));
            }
        }
        return named;
    }

    private static String tidy(String typed) {
        return Messages.storable(typed).replaceAll("\\R", "\n").strip();
    }
}

package pronto.tickets.web;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.springframework.http.ResponseEntity;

/**
 * A mail as it was sent, for a frame that runs nothing. It was sanitised when it came in; the policy here stands even if
 * something slipped through: no script, no form, nothing fetched from elsewhere but pictures that somebody asked for.
 */
final class FramedMail {

    // The page around the frame measures it, for which the origin must be the same; without scripts that gives no
    // right.
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self';"
            + " sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; img-src 'self' data:";

    private static final String STYLE = "html{color-scheme:light;background:#fff;color:#1b1c20;overflow-wrap:anywhere;"
            + "font:14px/1.45 Inter,\"Segoe UI\",Roboto,Helvetica,Arial,sans-serif}body{margin:12px}img{max-width:100%;height:auto}"
            + "blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid #d5d6db}pre{white-space:pre-wrap}";

    private FramedMail() {}

    /** {@code picture} says where the picture of this name lies. */
    static ResponseEntity<String> of(
            String html, String language, boolean images, Function<String, Optional<String>> picture) {
        return ResponseEntity.ok()
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Content-Security-Policy", images ? POLICY + " http: https:" : POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(page(html, language, images, picture));
    }

    private static String page(
            String html, String language, boolean images, Function<String, Optional<String>> picture) {
        var page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        for (var shown : page.select("img[src^=cid:]")) {
            picture.apply(bare(shown.attr("src").substring("cid:".length())))
                    .ifPresentOrElse(path -> shown.attr("src", path), () -> shown.removeAttr("src"));
        }
        if (images) {
            page.select("img[data-src]").forEach(shown -> shown.attr("src", shown.attr("data-src")));
        }
        page.select("a[href]").attr("target", "_blank").attr("rel", "noopener noreferrer nofollow");
        return "<!doctype html><html lang=\"" + language
                + "\"><head><meta charset=\"utf-8\"><title></title><style>" + STYLE + "</style></head><body>"
                + page.body().html() + "</body></html>";
    }

    static String bare(String contentId) {
        return contentId.replaceAll("^<|>$", "").toLowerCase(Locale.ROOT);
    }
}

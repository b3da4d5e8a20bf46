package pronto.tickets.web;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.tickets.Conversation;
import pronto.tickets.Message;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.NotFound;

/**
 * A mail as it was sent, for a frame that runs nothing. It was sanitised when it came in; the policy here stands even if
 * something slipped through: no script, no form, nothing fetched from elsewhere but pictures that somebody asked for.
 */
@Controller
class MessageFrame {

    // The page around the frame measures it, for which the origin must be the same; without scripts that gives no
    // right.
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self';"
            + " sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; img-src 'self' data:";

    private static final String STYLE = "html{color-scheme:light;background:#fff;color:#1b1c20;overflow-wrap:anywhere;"
            + "font:14px/1.45 system-ui,sans-serif}body{margin:0}img{max-width:100%;height:auto}"
            + "blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid #d5d6db}pre{white-space:pre-wrap}";

    private final Tickets tickets;
    private final Conversation conversation;

    MessageFrame(Tickets tickets, Conversation conversation) {
        this.tickets = tickets;
        this.conversation = conversation;
    }

    @GetMapping("/tickets/{code}/messages/{id}/html")
    ResponseEntity<String> show(
            @PathVariable String code, @PathVariable long id, @RequestParam(defaultValue = "0") boolean images) {
        var ticket = tickets.byCode(code);
        var message = conversation.message(ticket.id(), id).orElseThrow(NotFound::new);
        if (message.html() == null) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Content-Security-Policy", images ? POLICY + " http: https:" : POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(page(message.html(), message.attachments(), ticket, images));
    }

    private static String page(String html, List<Message.Attachment> lying, Ticket ticket, boolean images) {
        var page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        picturesOfItsOwn(page, lying, ticket);
        if (images) {
            page.select("img[data-src]").forEach(picture -> picture.attr("src", picture.attr("data-src")));
        }
        page.select("a[href]").attr("target", "_blank").attr("rel", "noopener noreferrer nofollow");
        return "<!doctype html><html lang=\"" + ticket.language()
                + "\"><head><meta charset=\"utf-8\"><title></title><style>" + STYLE + "</style></head><body>"
                + page.body().html() + "</body></html>";
    }

    private static void picturesOfItsOwn(Document page, List<Message.Attachment> lying, Ticket ticket) {
        for (var picture : page.select("img[src^=cid:]")) {
            var named = bare(picture.attr("src").substring("cid:".length()));
            lying.stream()
                    .filter(one ->
                            one.contentId() != null && bare(one.contentId()).equals(named))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> picture.attr("src", "/tickets/" + ticket.code() + "/attachments/" + one.id()),
                            () -> picture.removeAttr("src"));
        }
    }

    private static String bare(String contentId) {
        return contentId.replaceAll("^<|>$", "").toLowerCase(Locale.ROOT);
    }
}

package pronto.tickets.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import pronto.files.Files;
import pronto.tickets.Message;
import pronto.ui.NotFound;

/** Pictures that stand in a text while it is written: named by a content id, shown to their writer from the draft. */
final class Pictures {

    /** What a browser draws and never runs; an SVG is none of them. */
    static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private Pictures() {}

    static String newId() {
        return "picture." + UUID.randomUUID();
    }

    /** What lies on the text: a picture that was taken out of it again goes nowhere. */
    static List<Message.File> standing(List<Message.File> files, String html) {
        return files.stream()
                .filter(file -> !file.inline()
                        || file.contentId() == null
                        || html.contains(file.contentId())
                        || html.contains(QueueViews.encoded(file.contentId())))
                .toList();
    }

    /** The text with its pictures where its writer sees them: an answer that was taken back names them as the mail does. */
    static String shown(String html, String draft) {
        if (!html.contains("cid:")) {
            return html;
        }
        var text = Jsoup.parseBodyFragment(html);
        text.outputSettings().prettyPrint(false);
        for (var picture : text.select("img[src^=cid:]")) {
            var id = picture.attr("src").substring("cid:".length());
            picture.attr("src", draft + "/pictures/" + QueueViews.encoded(id));
        }
        return text.body().html();
    }

    static ResponseEntity<InputStreamResource> served(List<Message.File> laid, String contentId, Files files)
            throws IOException {
        var picture = laid.stream()
                .filter(file -> contentId.equals(file.contentId()) && TYPES.contains(file.contentType()))
                .findFirst()
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .header("Content-Type", picture.contentType())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, max-age=3600")
                .contentLength(picture.size())
                .body(new InputStreamResource(files.open(picture.file())));
    }
}

package pronto.tickets.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import pronto.files.Files;
import pronto.tickets.Conversation;
import pronto.tickets.Tickets;
import pronto.ui.NotFound;

/** Files that strangers sent: handed out to be kept, never to be opened as a page of ours. */
@Controller
class Attachments {

    private final Tickets tickets;
    private final Conversation conversation;
    private final Files files;

    Attachments(Tickets tickets, Conversation conversation, Files files) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.files = files;
    }

    @ResponseBody
    @GetMapping({"/tickets/{code}/attachments/{id}", "/api/v1/tickets/{code}/attachments/{id}"})
    ResponseEntity<InputStreamResource> show(@PathVariable String code, @PathVariable long id) throws IOException {
        var attachment = conversation.attachment(tickets.byCode(code).id(), id).orElseThrow(NotFound::new);
        return file(attachment.name(), attachment.contentType(), attachment.size(), files.open(attachment.file()));
    }

    /** To be kept, and never opened as a page of ours; a picture may stand in one. */
    static ResponseEntity<InputStreamResource> file(String name, String contentType, long size, InputStream bytes) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        Pictures.TYPES.contains(contentType) ? contentType : "application/octet-stream")
                .header(HttpHeaders.CONTENT_DISPOSITION, kept(name).toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .contentLength(size)
                .body(new InputStreamResource(bytes));
    }

    private static ContentDisposition kept(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
    }
}

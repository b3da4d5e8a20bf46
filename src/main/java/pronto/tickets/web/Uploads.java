package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.multipart.MultipartFile;
import pronto.tickets.Message;

/** A file on its way to a draft; one that shall stand in the text is given a name there, which the writer is told. */
final class Uploads {

    private Uploads() {}

    static Message.Upload of(MultipartFile file, boolean inline, HttpServletResponse response) {
        var type = file.getContentType() == null ? "application/octet-stream" : file.getContentType();
        if (!inline || !Pictures.TYPES.contains(type)) {
            return new Message.Upload(nameOf(file), type, false, null);
        }
        var id = Pictures.newId();
        response.setHeader("Pronto-Picture", id);
        return new Message.Upload(nameOf(file), type, true, id);
    }

    static Message.Upload attached(MultipartFile file) {
        var type = file.getContentType() == null ? "application/octet-stream" : file.getContentType();
        return new Message.Upload(nameOf(file), type, false, null);
    }

    private static String nameOf(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "file" : name;
    }
}

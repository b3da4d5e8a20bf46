package pronto.tickets.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.files.Files;
import pronto.tickets.Message;
import pronto.ui.Invalid;
import pronto.ui.api.Needed;

/** Attachments as a program sends them: in base 64, inside its JSON. */
@Component
class FilesSent {

    record FileJson(
            @Needed @Nullable String name,
            @Nullable String contentType,
            @Needed @Nullable String data) {}

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Files files;

    FilesSent(Files files) {
        this.files = files;
    }

    List<Message.File> kept(@Nullable List<FileJson> sent) {
        var kept = new ArrayList<Message.File>();
        for (var position = 0; sent != null && position < sent.size(); position++) {
            kept.add(kept(sent.get(position), "attachments[" + position + "]"));
        }
        return List.copyOf(kept);
    }

    private Message.File kept(@Nullable FileJson sent, String field) {
        var file = Invalid.required(sent, field);
        var name = Invalid.required(file.name(), field + ".name");
        var type = file.contentType() == null ? "application/octet-stream" : file.contentType();
        try {
            var bytes = decoded(Invalid.required(file.data(), field + ".data"));
            return new Message.Upload(name, type, false, null).keptAs(files.put(new ByteArrayInputStream(bytes)));
        } catch (IllegalArgumentException notBase64) {
            throw new Invalid("not-base64", field + ".data");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lines may be broken; anything else that is no base 64 is refused instead of left out. */
    private static byte[] decoded(String data) {
        return Base64.getDecoder().decode(BLANKS.matcher(data).replaceAll(""));
    }
}

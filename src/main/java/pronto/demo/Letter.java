package pronto.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** A mail as a customer's mail program writes it; answers name the message they answer. */
record Letter(
        String from,
        String name,
        String to,
        String subject,
        String text,
        String messageId,
        @Nullable String answers,
        Instant at,
        boolean html,
        boolean automatic,
        @Nullable String attachment) {

    /** The mail as it goes over the wire. */
    byte[] written() throws IOException {
        var head = new StringBuilder();
        head.append("Date: ")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)))
                .append('\n');
        head.append("From: ").append(encoded(name)).append(" <").append(from).append(">\n");
        head.append("To: <").append(to).append(">\n");
        head.append("Subject: ").append(encoded(subject)).append('\n');
        head.append("Message-ID: ").append(messageId).append('\n');
        if (answers != null) {
            head.append("In-Reply-To: ")
                    .append(answers)
                    .append("\nReferences: ")
                    .append(answers)
                    .append('\n');
        }
        if (automatic) {
            head.append("Auto-Submitted: auto-replied\n");
        }
        head.append("MIME-Version: 1.0\n");
        if (attachment != null) {
            head.append("Content-Type: multipart/mixed; boundary=\"=_part\"\n\n");
            head.append("--=_part\n").append(body()).append("\n--=_part\n").append(file(attachment));
            head.append("\n--=_part--\n");
        } else {
            head.append(body()).append('\n');
        }
        return head.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private String body() {
        return html
                ? "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<div>" + marked()
                        + "</div>"
                : "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text;
    }

    private String marked() {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>\n");
    }

    private static String file(String name) throws IOException {
        var bytes = new ClassPathResource("demo/" + name).getContentAsByteArray();
        return "Content-Type: image/png; name=\"" + name + "\"\nContent-Disposition: attachment; filename=\"" + name
                + "\"\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
    }

    private static String encoded(String value) {
        return value.chars().allMatch(letter -> letter < 128)
                ? value.chars().anyMatch(letter -> ",;:@".indexOf(letter) >= 0) && !value.contains(" ")
                        ? "\"" + value + "\""
                        : value
                : "=?utf-8?B?" + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}

package pronto.channels.email.tnef;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pronto.channels.IncomingMail.Attachment;
import pronto.channels.email.mime.Clean;
import pronto.files.FileId;
import pronto.files.Files;

/**
 * Unpacks TNEF in one pass: files go straight to where they are kept, words are read up to a limit, and nothing is
 * believed about a length but that it cannot be more than what is there.
 */
public final class Winmail {

    private static final int SIGNATURE = 0x223e9f78;
    private static final int TEXT = 2 * 1024 * 1024;
    private static final int NAME = 4096;
    private static final int DEPTH = 5;
    private static final int FILES = 200;

    private final Files files;
    private final List<Attachment> attachments;
    private final int depth;
    private Charset charset = Charset.forName("windows-1252");
    private @Nullable String plain;
    private @Nullable String html;
    private byte @Nullable [] rtf;
    private Files.@Nullable Kept content;
    private String name = "";
    private String type = "";
    private @Nullable String contentId;
    private boolean inAttachment;

    private Winmail(Files files, List<Attachment> attachments, int depth) {
        this.files = files;
        this.attachments = attachments;
        this.depth = depth;
    }

    public static boolean isOne(String type, String name) {
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || name.equalsIgnoreCase("winmail.dat");
    }

    /** Fails only where files cannot be kept. */
    public static Unpacked open(InputStream in, Files files) throws IOException {
        var attachments = new ArrayList<Attachment>();
        return new Winmail(files, attachments, 0).read(new Little(new BufferedInputStream(in), Long.MAX_VALUE));
    }

    private Unpacked read(Little in) throws IOException {
        boolean whole = true;
        try {
            if (in.four() != SIGNATURE) {
                throw new EOFException();
            }
            in.two();
            for (int level = in.read(); level == 1 || level == 2; level = in.read()) {
                int id = in.four();
                attribute(id & 0xffff, in.next(in.four()));
                in.two();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            whole = false;
        }
        endAttachment();
        if (plain == null && html == null && rtf != null) {
            var unpacked = Rtf.read(Lzfu.unpack(rtf, TEXT), charset);
            plain = unpacked.plain();
            html = unpacked.html();
        }
        return new Unpacked(List.copyOf(attachments), plain, html, whole && attachments.size() < FILES);
    }

    private void attribute(int id, Little value) throws IOException {
        switch (id) {
            case 0x9007 -> charset = codePage(value.left() >= 4 ? value.four() : 0);
            case 0x9002 -> {
                endAttachment();
                inAttachment = true;
            }
            case 0x8010 -> name = name.isEmpty() ? string(value, Properties.STRING) : name;
            case 0x800f -> content = put(value);
            case 0x9005 -> Properties.read(value, this::ofAttachment);
            case 0x9003 -> Properties.read(value, this::ofMessage);
            case 0x800c -> plain = plain == null ? text(value.bytes(TEXT), Properties.STRING) : plain;
            default -> {}
        }
        value.passOver();
    }

    private void ofMessage(int id, int type, Little value) throws IOException {
        switch (id) {
            case 0x1000 -> plain = text(value.bytes(TEXT), type);
            case 0x1013 -> html = text(value.bytes(TEXT), type);
            case 0x1009 -> rtf = value.bytes(TEXT);
            default -> {}
        }
    }

    private void ofAttachment(int id, int type, Little value) throws IOException {
        switch (id) {
            case 0x3707 -> name = string(value, type);
            case 0x3704, 0x3001 -> name = name.isEmpty() ? string(value, type) : name;
            case 0x370e -> this.type = string(value, type);
            case 0x3712 -> contentId = Clean.line(string(value, type));
            case 0x3701 -> object(type, value);
            default -> {}
        }
    }

    /** A mail inside, packed the same way, gives its own files; anything else is a file. */
    private void object(int type, Little value) throws IOException {
        if (type == Properties.OBJECT && value.left() > 16) {
            value.next(16).passOver();
        }
        var inside = new BufferedInputStream(value, 8192);
        inside.mark(16);
        boolean packed = value.left() > 6 && new Little(inside, 4).four() == SIGNATURE;
        inside.reset();
        if (packed && depth < DEPTH) {
            new Winmail(files, attachments, depth + 1).read(new Little(inside, Long.MAX_VALUE));
            inAttachment = false;
        } else if (content == null || content.size() == 0) {
            content = put(inside);
        }
    }

    private Files.Kept put(InputStream value) {
        try {
            return files.put(value);
        } catch (IOException e) {
            // Not to be taken for a broken file: there is no room for anything.
            throw new UncheckedIOException(e);
        }
    }

    private void endAttachment() {
        var label = Clean.fileName(name);
        if (inAttachment && content != null && attachments.size() < FILES && !isThere(label, content.id())) {
            var kind = type.matches("[\\w.+-]{1,60}/[\\w.+-]{1,60}") ? type.toLowerCase(Locale.ROOT) : "";
            attachments.add(new Attachment(
                    label.isEmpty() ? "attachment.bin" : label,
                    kind.isEmpty() ? "application/octet-stream" : kind,
                    content.id(),
                    content.size(),
                    false,
                    contentId));
        }
        inAttachment = false;
        content = null;
        contentId = null;
        name = "";
        type = "";
    }

    /** Pictures in the text are packed a second time. */
    private boolean isThere(String label, FileId file) {
        return attachments.stream()
                .anyMatch(there -> there.name().equals(label) && there.file().equals(file));
    }

    private String string(Little value, int type) throws IOException {
        return text(value.bytes(NAME), type);
    }

    private String text(byte[] bytes, int type) {
        var text = type == Properties.UNICODE
                ? new String(bytes, StandardCharsets.UTF_16LE)
                : type == Properties.BINARY ? decodeHtml(bytes) : new String(bytes, charset);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private String decodeHtml(byte[] bytes) {
        var utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\ufffd') < 0 ? utf8 : new String(bytes, charset);
    }

    private static Charset codePage(int number) {
        try {
            return Charset.forName(number == 65001 ? "UTF-8" : "windows-" + number);
        } catch (IllegalArgumentException e) {
            return Charset.forName("windows-1252");
        }
    }
}

package pronto.channels.email.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;
import pronto.channels.IncomingMail.Attachment;
import pronto.channels.email.tnef.Winmail;
import pronto.files.Files;

/**
 * Takes a mail apart in one pass, without ever holding an attachment in memory: files go straight to where they are kept.
 * Every measure has a limit, and what lies beyond it makes the mail unreadable, never the program slow.
 */
public final class MimeReader {

    private static final int DEPTH = 100;
    private static final int PARTS = 1000;
    private static final int TEXT = 2 * 1024 * 1024;
    private static final int PEEK = 64 * 1024;
    private static final int ENCLOSURES = 10;
    private static final int HEADER = 1024 * 1024;
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(256 * 1024)
            .setMaxHeaderCount(2000)
            .setMaxContentLen(-1)
            .build();

    /** A multipart that is still being read. */
    private record Open(String type, List<Segment> segments) {}

    private final Files files;
    private final boolean outermost;
    private final MimeTokenStream stream = new MimeTokenStream(CONFIG);
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final List<Enclosure> enclosures = new ArrayList<>();
    private final List<String> forwarded = new ArrayList<>();
    private final List<Appointment> appointments = new ArrayList<>();
    private @Nullable Header top;
    private Header header = new Header();
    private Segment said = Segment.NOTHING;
    private Segment packed = Segment.NOTHING;
    private String reportType = "";
    private String preamble = "";
    private long textLeft = TEXT;
    private long headerLeft = HEADER;
    private int parts;

    private MimeReader(Files files, boolean outermost) {
        this.files = files;
        this.outermost = outermost;
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    /** Fails only when files cannot be read or kept; whatever the mail is like is in the answer. */
    public static ReadMail read(InputStream raw, Files files) throws IOException {
        return new MimeReader(files, true).read(raw);
    }

    /** Reads a mail that lies in another, and none that lies in it. */
    static ReadMail readInner(InputStream raw, Files files) throws IOException {
        return new MimeReader(files, false).read(raw);
    }

    private ReadMail read(InputStream raw) throws IOException {
        String unreadable = null;
        stream.parse(raw);
        try {
            for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = next()) {
                take(state);
            }
        } catch (Unreadable e) {
            unreadable = e.why();
        }
        while (!open.isEmpty()) {
            close(open.pop());
        }
        if (said.isBlank()) {
            said = packed;
        }
        return new ReadMail(
                top == null ? header : top,
                said.plain() == null ? null : Clean.text(said.plain()),
                said.html() == null ? null : Clean.text(said.html()),
                List.copyOf(attachments),
                Set.copyOf(types),
                reportType,
                List.copyOf(enclosures),
                List.copyOf(appointments),
                List.copyOf(forwarded),
                unreadable);
    }

    private EntityState next() throws IOException, Unreadable {
        try {
            return stream.next();
        } catch (MimeException | MimeIOException e) {
            throw new Unreadable("broken");
        } catch (IllegalStateException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // Never seen, but a mail must not be able to stop the ones behind it.
            throw new Unreadable("broken");
        }
    }

    private void take(EntityState state) throws IOException, Unreadable {
        switch (state) {
            case T_START_HEADER -> header = new Header();
            case T_FIELD -> {
                var raw = stream.getField().getRaw();
                headerLeft -= raw == null ? 0 : raw.length();
                if (headerLeft < 0) {
                    throw new Unreadable("headers");
                }
                if (raw != null) {
                    header.add(stream.getField().getName(), raw.toByteArray());
                }
            }
            case T_END_HEADER -> top = top == null ? header : top;
            case T_START_MULTIPART -> startMultipart();
            case T_END_MULTIPART -> close(open.pop());
            case T_PREAMBLE ->
                preamble = Charsets.decode(stream.getInputStream().readNBytes(PEEK), null);
            case T_BODY -> body();
            default -> {}
        }
    }

    private void startMultipart() throws Unreadable {
        if (open.size() == DEPTH) {
            throw new Unreadable("depth");
        }
        var part = Part.of(header, stream.getBodyDescriptor().getMimeType());
        types.add(part.type());
        var kind = part.contentType().get("report-type");
        open.push(new Open(part.type(), new ArrayList<>()));
        if (kind != null && reportType.isEmpty()) {
            reportType = kind.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** Where not one part was found the boundary is wrong, and the words stand before it. */
    private void close(Open multipart) {
        if (multipart.segments().isEmpty() && attachments.isEmpty() && !preamble.isBlank()) {
            multipart.segments().add(new Segment(Clean.text(preamble), null));
        }
        var segment = multipart.type().equals("multipart/alternative")
                ? Segment.alternative(multipart.segments())
                : Segment.sequence(multipart.segments());
        add(segment);
    }

    private void add(Segment segment) {
        if (open.isEmpty()) {
            said = segment;
        } else {
            open.element().segments().add(segment);
        }
    }

    private void body() throws IOException, Unreadable {
        if (++parts > PARTS) {
            throw new Unreadable("parts");
        }
        var part = Part.of(header, stream.getBodyDescriptor().getMimeType());
        types.add(part.type());
        if (part.isSaid()) {
            text(part);
        } else {
            attach(part, stream.getDecodedInputStream());
        }
    }

    /** What is too long to be shown is kept whole as a file, and its beginning is shown. */
    private void text(Part part) throws IOException {
        var in = stream.getDecodedInputStream();
        var bytes = in.readNBytes((int) textLeft);
        textLeft -= bytes.length;
        int more = in.read();
        if (more >= 0) {
            var rest = new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) more}), in);
            attach(part, new SequenceInputStream(new ByteArrayInputStream(bytes), rest));
        }
        if (part.isHtml()) {
            add(new Segment(null, Charsets.decodeHtml(bytes, part.charset())));
        } else {
            var text = Clean.text(Charsets.decode(bytes, part.charset()));
            add(new Segment(part.isFlowed() ? Flowed.join(text, part.deletesSpace()) : text, null));
        }
    }

    private void attach(Part part, InputStream content) throws IOException {
        boolean calendar = part.type().equals("text/calendar") && appointments.size() < ENCLOSURES;
        boolean speaks = Enclosure.speaksOfMail(part.type()) && enclosures.size() < ENCLOSURES;
        var beginning = speaks || calendar ? content.readNBytes(PEEK) : new byte[0];
        if (calendar) {
            var appointment = Appointment.parse(Charsets.decode(beginning, part.charset()));
            Optional.ofNullable(appointment).ifPresent(appointments::add);
        } else if (speaks) {
            if (outermost && part.type().equals("message/rfc822") && reportType.isEmpty()) {
                Forwarded.read(beginning).ifPresent(forwarded::add);
            }
            enclosures.add(new Enclosure(part.type(), Clean.text(Charsets.decode(beginning, part.charset()))));
        }
        var kept = files.put(new SequenceInputStream(new ByteArrayInputStream(beginning), content));
        if (outermost && Winmail.isOne(part.type(), part.name()) && unpack(kept)) {
            return;
        }
        attachments.add(new Attachment(part.name(), part.type(), kept.id(), kept.size(), false, part.contentId()));
    }

    /** What Outlook packed is shown as what it is; what cannot be unpacked wholly stays a file besides. */
    private boolean unpack(Files.Kept kept) throws IOException {
        try (var in = files.open(kept.id())) {
            var unpacked = Winmail.open(in, files);
            attachments.addAll(unpacked.attachments());
            packed = packed.isEmpty() ? new Segment(unpacked.plain(), unpacked.html()) : packed;
            return unpacked.whole();
        }
    }
}

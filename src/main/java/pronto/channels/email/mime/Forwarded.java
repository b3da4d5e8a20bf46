package pronto.channels.email.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import pronto.channels.email.html.HtmlText;
import pronto.files.FileId;
import pronto.files.Files;
import pronto.files.Spool;

/** What a mail that is passed on as a file says: who wrote it, when, and its words. The file itself is kept besides. */
final class Forwarded {

    private static final String[] FIELDS = {"From", "Date", "To", "Subject"};

    private Forwarded() {}

    static Optional<String> read(byte[] beginning) throws IOException {
        var mail = MimeReader.readInner(new ByteArrayInputStream(beginning), new Nowhere());
        var text = new StringBuilder();
        for (String field : FIELDS) {
            var value = mail.header().readable(field.toLowerCase(Locale.ROOT));
            text.append(value.isEmpty() ? "" : field + ": " + value + "\n");
        }
        var html = mail.html();
        var words = mail.plain() != null ? mail.plain() : html == null ? "" : HtmlText.of(html);
        text.append('\n').append(words.strip());
        return Optional.of(text.toString().strip()).filter(said -> !said.isEmpty());
    }

    /** Its own files lie in the file that it is. */
    private static final class Nowhere implements Files {

        private static final FileId NONE = new FileId("0".repeat(64));

        @Override
        public Spool spool() {
            return new Spool() {
                @Override
                public void write(int octet) {}

                @Override
                public void write(byte[] from, int start, int length) {}

                @Override
                public Kept keep() {
                    return new Kept(NONE, 0);
                }
            };
        }

        @Override
        public InputStream open(FileId id) {
            return InputStream.nullInputStream();
        }
    }
}

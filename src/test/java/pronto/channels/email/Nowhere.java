package pronto.channels.email;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import pronto.files.FileId;
import pronto.files.Files;
import pronto.files.Spool;

/** Holds one mail and forgets whatever else is put in, so that the memory that is measured is the reader's own. */
final class Nowhere implements Files {

    static final FileId MAIL = new FileId("0".repeat(64));
    private static final FileId ELSE = new FileId("1".repeat(64));

    private final byte[] mail;

    Nowhere(byte[] mail) {
        this.mail = mail;
    }

    @Override
    public InputStream open(FileId id) {
        return id.equals(MAIL) ? new ByteArrayInputStream(mail) : InputStream.nullInputStream();
    }

    @Override
    public Spool spool() {
        return new Spool() {

            private long size;

            @Override
            public void write(int octet) {
                size++;
            }

            @Override
            public void write(byte[] from, int start, int length) {
                size += length;
            }

            @Override
            public Kept keep() {
                return new Kept(ELSE, size);
            }
        };
    }
}

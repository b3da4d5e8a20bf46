package pronto.channels.outbox;

import jakarta.activation.DataSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import pronto.channels.OutgoingMail.Attachment;
import pronto.files.Files;

/** An attachment's bytes, read from where they are kept at the moment they are sent. */
record KeptData(Files files, Attachment attachment, String name) implements DataSource {

    @Override
    public InputStream getInputStream() throws IOException {
        try {
            return new Bytes(files.open(attachment.file()), name);
        } catch (IOException e) {
            throw new AttachmentLost(name, e);
        }
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("what is kept is not written to");
    }

    @Override
    public String getContentType() {
        return FileLabel.type(attachment.contentType());
    }

    @Override
    public String getName() {
        return name;
    }

    /** Tells a failure to read from a failure to send. */
    private static final class Bytes extends FilterInputStream {

        private final String name;

        Bytes(InputStream in, String name) {
            super(in);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw new AttachmentLost(name, e);
            }
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return super.read(into, from, length);
            } catch (IOException e) {
                throw new AttachmentLost(name, e);
            }
        }
    }
}

package pronto.channels.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;

/** One connection, byte by byte: command lines with a limit on length and time, and answers. */
final class Wire {

    private static final int LINE_LIMIT = 4096;
    private static final int NOISE_LIMIT = 256 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private int at;
    private int end;
    private long deadline;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** A line that is no command. */
    static final class BadLine extends Exception {
        private static final long serialVersionUID = 1L;

        private final String answer;

        BadLine(String answer) {
            super(answer);
            this.answer = answer;
        }

        String answer() {
            return answer;
        }
    }

    /** Everything read until this is renewed has to arrive within the time: one that drips byte by byte as well. */
    void allow(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** A line without its CR LF. A lone CR or LF ends nothing. */
    String line() throws IOException, BadLine {
        var line = new ByteArrayOutputStream(80);
        boolean bare = false;
        int length = 0;
        for (int last = -1; ; ) {
            int b = read();
            if (last == '\r' && b == '\n') {
                break;
            }
            bare |= b == '\n' || last == '\r';
            if (last >= 0 && length <= LINE_LIMIT) {
                line.write(last);
            }
            if (++length > NOISE_LIMIT) {
                throw new IOException("no end of line");
            }
            last = b;
        }
        if (length > LINE_LIMIT) {
            throw new BadLine("500 5.5.2 Line too long");
        }
        if (bare) {
            throw new BadLine("500 5.5.2 Lines end with CR LF");
        }
        return text(line.toByteArray());
    }

    private static String text(byte[] bytes) throws BadLine {
        try {
            var line = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
                throw new BadLine("500 5.5.2 Control characters are no part of a command");
            }
            return line;
        } catch (CharacterCodingException e) {
            throw new BadLine("500 5.5.2 Not UTF-8");
        }
    }

    int read() throws IOException {
        if (at == end) {
            fill();
        }
        return buffer[at++] & 0xff;
    }

    /** Whether the other side has sent more than was read. */
    boolean hasMore() {
        return at < end;
    }

    void answer(String text) {
        answers.writeBytes(text.getBytes(UTF_8));
        answers.write('\r');
        answers.write('\n');
    }

    void flush() throws IOException {
        answers.writeTo(out);
        answers.reset();
        out.flush();
    }

    /** Answers leave together, and before we wait: a group of commands costs one packet back. */
    private void fill() throws IOException {
        flush();
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("too slow");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        int got = in.read(buffer);
        if (got < 0) {
            throw new EOFException();
        }
        at = 0;
        end = got;
    }
}

package pronto.ui.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import pronto.ui.Hash;

/** A request whose body was read once, so that it can be compared and then read again. */
class ReadRequest extends OwnBody {

    private final byte[] body;

    ReadRequest(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readAllBytes();
    }

    /** Tells this request from every other one that might bear the same key. */
    String hash() {
        var hash = Hash.sha256();
        hash.update("%s\n%s\n%s\n%s\n"
                .formatted(
                        getMethod(),
                        getRequestURI(),
                        Objects.toString(getQueryString(), ""),
                        Objects.toString(getContentType(), ""))
                .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash.digest(body));
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return bytes.read(into, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("the body is here already");
            }
        };
    }
}

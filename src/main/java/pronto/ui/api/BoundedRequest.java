package pronto.ui.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import pronto.ui.TooLarge;

/** A request of which no more is read than this. */
class BoundedRequest extends OwnBody {

    private final DataSize most;

    BoundedRequest(HttpServletRequest request, DataSize most) {
        super(request);
        this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var bytes = super.getInputStream();
        return new ServletInputStream() {

            private long read;

            @Override
            public int read() throws IOException {
                var one = bytes.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                var some = bytes.read(into, offset, length);
                count(Math.max(some, 0));
                return some;
            }

            private void count(int more) {
                read += more;
                if (read > most.toBytes()) {
                    throw new TooLarge(most);
                }
            }

            @Override
            public boolean isFinished() {
                return bytes.isFinished();
            }

            @Override
            public boolean isReady() {
                return bytes.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                bytes.setReadListener(listener);
            }
        };
    }
}

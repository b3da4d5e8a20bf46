package pronto.channels.email.tnef;

import java.io.IOException;

/** The list of MAPI properties inside an attribute. */
final class Properties {

    /** Told of each value; what it leaves unread is passed over. */
    interface Reader {
        void read(int id, int type, Little value) throws IOException;
    }

    static final int OBJECT = 0x0d;
    static final int STRING = 0x1e;
    static final int UNICODE = 0x1f;
    static final int BINARY = 0x102;

    private static final int MOST = 10_000;
    private static final int MULTIPLE = 0x1000;

    private Properties() {}

    static void read(Little from, Reader reader) throws IOException {
        int count = from.four();
        for (int i = 0; i < count && i < MOST && from.left() > 0; i++) {
            int type = from.two();
            int id = from.two();
            if (id >= 0x8000) {
                passName(from);
            }
            values(from, id, type, reader);
        }
        from.passOver();
    }

    private static void passName(Little from) throws IOException {
        from.next(16).passOver();
        if (from.four() == 0) {
            from.four();
        } else {
            padded(from).passOver();
        }
    }

    private static void values(Little from, int id, int type, Reader reader) throws IOException {
        int plain = type & ~MULTIPLE;
        boolean varies = plain == STRING || plain == UNICODE || plain == OBJECT || plain == BINARY;
        int count = varies || (type & MULTIPLE) != 0 ? from.four() : 1;
        for (int i = 0; i < count && from.left() > 0; i++) {
            if (varies) {
                int length = from.four();
                var value = from.next(length);
                reader.read(id, plain, value);
                value.passOver();
                pad(from, length);
            } else {
                from.next(size(plain)).passOver();
            }
        }
    }

    private static Little padded(Little from) throws IOException {
        int length = from.four();
        return from.next((int) Math.min(from.left(), length + 3L & ~3L));
    }

    private static void pad(Little from, int length) throws IOException {
        from.next((int) Math.min(from.left(), -length & 3)).passOver();
    }

    private static int size(int type) throws IOException {
        return switch (type) {
            case 0x00, 0x01 -> 0;
            case 0x02, 0x03, 0x04, 0x0a, 0x0b -> 4;
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            default -> throw new IOException("No such type");
        };
    }
}

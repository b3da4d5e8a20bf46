package pronto.channels.email.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Compressed RTF (MS-OXRTFCP): a window of 4096 bytes that starts out with what every document begins with. */
final class Lzfu {

    private static final byte[] START = ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman "
                    + "\\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl"
                    + "\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 16;
    private static final int COMPRESSED = 0x75465a4c;

    private Lzfu() {}

    static byte[] unpack(byte[] packed, int most) {
        if (packed.length < HEADER) {
            return new byte[0];
        }
        int kind = (packed[8] & 0xff) | (packed[9] & 0xff) << 8 | (packed[10] & 0xff) << 16 | packed[11] << 24;
        var out = new ByteArrayOutputStream();
        if (kind != COMPRESSED) {
            out.write(packed, HEADER, packed.length - HEADER);
            return out.toByteArray();
        }
        var window = new byte[4096];
        System.arraycopy(START, 0, window, 0, START.length);
        int write = START.length;
        int at = HEADER;
        while (at < packed.length && out.size() < most) {
            int flags = packed[at++];
            for (int bit = 0; bit < 8 && at < packed.length; bit++) {
                if ((flags >> bit & 1) == 0) {
                    out.write(packed[at]);
                    window[write] = packed[at++];
                    write = write + 1 & 0xfff;
                    continue;
                }
                if (at + 1 >= packed.length) {
                    return out.toByteArray();
                }
                int reference = (packed[at] & 0xff) << 8 | packed[at + 1] & 0xff;
                at += 2;
                int from = reference >> 4;
                if (from == write) {
                    return out.toByteArray();
                }
                for (int i = (reference & 0xf) + 2; i > 0; i--) {
                    out.write(window[from]);
                    window[write] = window[from];
                    write = write + 1 & 0xfff;
                    from = from + 1 & 0xfff;
                }
            }
        }
        return out.toByteArray();
    }
}

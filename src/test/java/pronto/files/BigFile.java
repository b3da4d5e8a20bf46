package pronto.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Random;

/** Puts a big file into a bucket and reads it again. */
final class BigFile {

    private static final int PIECE = 1 << 16;
    private static final int PIECES = 2_400;

    private BigFile() {}

    public static void main(String... words) throws IOException {
        try (var store = new BucketStore(Bucket.parse(words[0]).orElseThrow(), Path.of(words[1]));
                var spool = store.spool()) {
            var piece = new byte[PIECE];
            new Random(1).nextBytes(piece);
            for (int i = 0; i < PIECES; i++) {
                piece[0] = (byte) i;
                spool.write(piece);
            }
            var kept = spool.keep();
            try (var bytes = store.open(kept.id())) {
                var back = bytes.transferTo(OutputStream.nullOutputStream());
                System.out.println((back >> 20) + " MB there and back");
            }
        }
    }
}

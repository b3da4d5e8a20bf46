package pronto.files;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Bytes that lay about without a row were swept away in the moment they were put again; putting them once more helps. */
final class SweptAway extends UncheckedIOException {

    SweptAway(FileId id) {
        super(new IOException("file " + id.sha256() + " was swept away while it was put again"));
    }
}

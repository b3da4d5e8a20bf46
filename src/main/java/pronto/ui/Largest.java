package pronto.ui;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import pronto.runtime.Settings;

/** How much is taken at once: a file that a mail could carry, and around it what it travels in. */
@Component
public class Largest {

    private static final long AROUND = DataSize.ofMegabytes(2).toBytes();

    private final DataSize file;

    Largest(Settings settings) {
        this.file = settings.mail().size();
    }

    public DataSize file() {
        return file;
    }

    public DataSize form() {
        return DataSize.ofBytes(file.toBytes() + AROUND);
    }

    /** A file inside JSON is written in base 64: four signs for three bytes. */
    public DataSize json() {
        return DataSize.ofMegabytes(
                (file.toBytes() * 4 / 3 + AROUND) / DataSize.ofMegabytes(1).toBytes());
    }
}

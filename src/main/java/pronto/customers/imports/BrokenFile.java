package pronto.customers.imports;

import java.util.Map;
import pronto.ui.Refusal;

/** The file cannot be read, or not beyond this line. */
final class BrokenFile extends Refusal {

    private final String name;
    private final long line;

    BrokenFile(String name, long line) {
        this(name, line, "");
    }

    BrokenFile(String name, long line, String column) {
        super(Kind.INVALID, "file", Map.of("column", column));
        this.name = name;
        this.line = line;
    }

    long line() {
        return line;
    }

    @Override
    public String name() {
        return name;
    }
}

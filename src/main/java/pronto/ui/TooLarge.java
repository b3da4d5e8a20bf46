package pronto.ui;

import java.util.Map;
import org.springframework.util.unit.DataSize;

/** More came than is taken at once. */
public final class TooLarge extends Refusal {

    public TooLarge(DataSize most) {
        super(Kind.TOO_LARGE, null, Map.of("most", most.toMegabytes()));
    }

    @Override
    public String name() {
        return "too-large";
    }
}

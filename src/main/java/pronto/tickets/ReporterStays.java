package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** The reporter cannot be taken off their own ticket. */
public final class ReporterStays extends Refusal {

    public ReporterStays(String address) {
        super(Kind.CONFLICT, null, Map.of("address", address));
    }

    @Override
    public String name() {
        return "reporter-stays";
    }
}

package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** A support address of ours would answer itself for ever. */
public final class RecipientIsOurs extends Refusal {

    public RecipientIsOurs(String field, String address) {
        super(Kind.INVALID, field, Map.of("address", address));
    }

    @Override
    public String name() {
        return "recipient-is-ours";
    }
}

package pronto.tickets.work;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pronto.customers.Recognition;

/** The language we write to somebody in. */
public final class Languages {

    private Languages() {}

    /** What they or their company chose, else what they wrote in, else English. */
    public static String of(Recognition who, @Nullable String written) {
        var contact = who.contact();
        var customer = who.customer();
        return Stream.of(
                        contact == null ? "" : String.valueOf(contact.language()),
                        customer == null ? "" : String.valueOf(customer.language()),
                        String.valueOf(written))
                .filter(language -> language.equals("it") || language.equals("en"))
                .findFirst()
                .orElse("en");
    }
}

package pronto.customers;

import org.jspecify.annotations.Nullable;
import pronto.channels.Trust;

/** Who a reporter is, how that is known, and how far to believe it. A domain names the customer and gives no right. */
public record Recognition(
        How how,
        Trust trust,
        @Nullable Customer customer,
        @Nullable Contact contact) {

    public enum How {
        ADDRESS,
        DOMAIN,
        CUSTOMER_CODE,
        PHONE,
        PORTAL,
        MANUAL,
        NONE
    }

    public Recognition trusted(Trust proved) {
        return new Recognition(how, proved, customer, contact);
    }

    public static Recognition ofNobody(Trust trust) {
        return new Recognition(How.NONE, trust, null, null);
    }
}

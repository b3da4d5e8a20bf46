package pronto.customers.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.customers.CustomerCode;
import pronto.customers.CustomerFields;
import pronto.customers.PlatformFields;
import pronto.customers.Unfit;
import pronto.ui.api.Given;
import pronto.ui.api.OneOf;

/** What a program says of a customer. What it read may be sent back as it was, ids included. */
record CustomerSaid(
        Given<String> code,
        Given<String> name,
        Given<String> plan,
        @OneOf(names = {"en", "it"}) Given<String> language,
        Given<String> timeZone,
        Given<List<String>> domains,
        Given<String> externalId,
        Given<List<PlatformSaid>> platforms) {

    CustomerFields fields() {
        Given<List<PlatformFields>> stated = platforms.present()
                ? Given.of(Objects.requireNonNullElse(platforms.or(null), List.<PlatformSaid>of()).stream()
                        .map(PlatformSaid::fields)
                        .toList())
                : Given.absent();
        return new CustomerFields(name, plan, language, timeZone, domains, externalId, stated);
    }

    /** The fields, if the code in the body, where there is one, is that of the address. */
    CustomerFields fieldsOf(String address) {
        var said = code.or(address);
        if (said == null || !CustomerCode.key(said).equals(CustomerCode.key(address))) {
            throw Unfit.otherCode(address);
        }
        return fields();
    }

    /** What a program says of a platform. */
    record PlatformSaid(
            Given<String> id,
            Given<String> name,
            Given<String> url,
            Given<String> externalId,
            Given<List<String>> runsOn) {

        PlatformFields fields() {
            return new PlatformFields(name, url, externalId, runsOn);
        }
    }

    @Nullable String ownCode() {
        return code.or(null);
    }
}

package pronto.customers.imports;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of the column of addresses: an address alone, or a name with the address in angle brackets. */
record TypedAddress(@Nullable String name, String address) {

    // No part of it can match the same text in two ways, so a long cell costs one pass.
    private static final Pattern NAMED = Pattern.compile("\\s*\"?([^<>\"]*)\"?\\s*<([^<>]*)>\\s*");

    static TypedAddress of(String typed) {
        var named = NAMED.matcher(typed);
        if (!named.matches()) {
            return new TypedAddress(null, typed);
        }
        var name = named.group(1).strip();
        return new TypedAddress(name.isEmpty() ? null : name, named.group(2).strip());
    }
}

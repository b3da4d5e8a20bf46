package pronto.channels;

import org.jspecify.annotations.Nullable;

/** A person's place in a mail header: address with lower case and A-label domain, name as they write it. */
public record Mailbox(@Nullable String name, String address) {

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}

package pronto.tickets;

import org.jspecify.annotations.Nullable;
import pronto.channels.Mailbox;

/** Somebody outside who may write into a ticket, by their address. */
public record Participant(String address, @Nullable String name, Role role) {

    public enum Role {
        REPORTER,
        COPIED,
        ADDED
    }

    public Mailbox mailbox() {
        return new Mailbox(name, address);
    }
}

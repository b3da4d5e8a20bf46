package pronto.tickets.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import pronto.channels.EmailAddress;
import pronto.channels.Mailbox;
import pronto.tickets.NotAnAddress;

/** Addresses as people type them in a field: by commas, semicolons or lines, with names or without. */
final class Addresses {

    private static final Pattern NAMED = Pattern.compile("^\"?([^\"<]*?)\"?\\s*<([^<>]+)>$");

    private Addresses() {}

    static List<Mailbox> read(String typed, String field) {
        var read = new ArrayList<Mailbox>();
        for (var one : typed.split("[,;\\n]")) {
            if (!one.isBlank()) {
                read.add(mailbox(one.strip(), field));
            }
        }
        return read;
    }

    private static Mailbox mailbox(String typed, String field) {
        var named = NAMED.matcher(typed);
        var name = named.matches() ? named.group(1).strip() : "";
        var address = named.matches() ? named.group(2) : typed;
        var known = EmailAddress.parse(address).orElseThrow(() -> new NotAnAddress(field, typed));
        return new Mailbox(name.isEmpty() ? null : name, known.toString());
    }
}

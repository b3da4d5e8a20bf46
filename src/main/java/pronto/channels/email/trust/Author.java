package pronto.channels.email.trust;

import java.util.Optional;
import pronto.channels.EmailDomain;
import pronto.channels.email.mime.Addresses;

/** The one author of a mail: the very one whom everybody downstream sees. */
final class Author {

    private Author() {}

    /** Empty where none is named, or several are. */
    static Optional<EmailDomain> of(Fields header) {
        var fields = header.named("from");
        if (fields.size() != 1) {
            return Optional.empty();
        }
        var named = Addresses.parse(fields.getFirst().text());
        return named.size() == 1 ? EmailDomain.parse(named.getFirst().domain()) : Optional.empty();
    }
}

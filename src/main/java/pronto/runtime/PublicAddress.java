package pronto.runtime;

import java.net.URI;

/** The address by which people reach this installation; links in mails begin with it. */
public interface PublicAddress {

    URI base();

    /** The whole address of a path such as {@code /tickets/T-48231K}. */
    default URI of(String path) {
        return URI.create(base().toString().replaceAll("/+$", "") + path);
    }
}

package pronto.customers.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.ui.api.Version;

/** What is answered alike by all routes of this folder: the thing, its version, and where it is when it is new. */
final class Answers {

    private Answers() {}

    static ResponseEntity<CustomerBody> of(Customer customer, boolean added) {
        return answer(added, address(customer))
                .eTag(Version.of(customer.version()).tag())
                .body(CustomerBody.of(customer));
    }

    static ResponseEntity<ContactBody> of(Customer customer, Contact contact, boolean added) {
        return answer(added, address(customer) + "/contacts/" + contact.id())
                .eTag(Version.of(contact.version()).tag())
                .body(ContactBody.of(contact));
    }

    /** Refuses a version that is not the one the program says it saw. */
    static IntConsumer seen(@Nullable String ifMatch) {
        return version -> Version.of(version).check(ifMatch);
    }

    private static ResponseEntity.BodyBuilder answer(boolean added, String address) {
        return added ? ResponseEntity.created(URI.create(address)) : ResponseEntity.ok();
    }

    private static String address(Customer customer) {
        return "/api/v1/customers/" + UriUtils.encode(customer.code(), StandardCharsets.UTF_8);
    }
}

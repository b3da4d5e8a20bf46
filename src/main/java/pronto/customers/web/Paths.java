package pronto.customers.web;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;
import pronto.customers.Contact;
import pronto.customers.Customer;

/** Where the screens of a customer are; a code may hold signs that an address may not. */
final class Paths {

    private Paths() {}

    static String of(Customer customer) {
        return ofCode(customer.code());
    }

    static String ofCode(String code) {
        return "/customers/" + UriUtils.encode(code, StandardCharsets.UTF_8);
    }

    static String of(Customer customer, Contact contact) {
        return of(customer) + "/contacts/" + contact.id();
    }
}

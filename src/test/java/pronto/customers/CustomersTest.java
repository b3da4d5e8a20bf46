package pronto.customers;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import pronto.runtime.RealDatabase;
import pronto.timeline.Actor;

/** Base of tests of this module on the real database. */
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"search"})
abstract class CustomersTest extends RealDatabase {

    static final Actor GIULIA = Actor.technician(1, "Giulia Bianchi");

    @Autowired
    Customers customers;

    @Autowired
    CustomerBook book;

    Customer acme(String... domains) {
        return book.put("ACME", CustomerFields.named("Acme S.p.A.").withDomains(domains), CustomerBook.ANY, GIULIA)
                .customer();
    }

    Contact marta(Customer customer) {
        return book.putContact(
                        customer.id(),
                        ContactFields.named("Marta Rossi").withEmails(List.of("marta@acme.it")),
                        CustomerBook.ANY,
                        GIULIA)
                .contact();
    }
}

package pronto.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static pronto.customers.CustomerBookTest.assertRefused;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.channels.Trust;
import pronto.customers.CustomerBook.Outcome;
import pronto.customers.Recognition.How;
import pronto.people.Emptied;
import pronto.runtime.CustomerScope;

class RecognitionTest extends CustomersTest {

    @Autowired
    private JdbcClient db;

    @Autowired
    private CustomerScope scope;

    private Customer acme;
    private Contact marta;

    @BeforeEach
    void meetAcme() {
        Emptied.of(db, "customers.customer");
        acme = acme("acme.it", "città.it");
        marta = marta(acme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marta@acme.it", "MARTA@ACME.IT", " Marta@acme.it. "})
    void a_contact_is_recognised_by_address(String address) {
        assertThat(customers.recognise(address, Trust.VERIFIED))
                .isEqualTo(new Recognition(How.ADDRESS, Trust.VERIFIED, acme, marta));
    }

    @ParameterizedTest
    @ValueSource(strings = {"luca@acme.it", "luca@CITTÀ.it", "luca@xn--citt-3na.it"})
    void somebody_else_of_a_customers_domain_names_the_customer_and_nobody(String address) {
        assertThat(customers.recognise(address, Trust.UNVERIFIED))
                .isEqualTo(new Recognition(How.DOMAIN, Trust.UNVERIFIED, acme, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "marta@acme.com",
                "marta@mail.acme.it",
                "marta@acme.it.evil.org",
                "<marta@acme.it>luca@evil.org",
                "\"marta@acme.it\"@evil.org",
                "marta@аcme.it",
                "",
                "@acme.it",
                "marta",
                "luca@gmail.com"
            })
    void a_stranger_stays_a_stranger(String address) {
        assertThat(customers.recognise(address, Trust.UNVERIFIED)).isEqualTo(Recognition.ofNobody(Trust.UNVERIFIED));
    }

    @ParameterizedTest
    @EnumSource(Trust.class)
    void a_recognition_says_how_far_the_sender_is_to_be_believed(Trust trust) {
        assertThat(customers.recognise("marta@acme.it", trust).trust()).isEqualTo(trust);
    }

    @Test
    void a_sender_who_is_tied_to_a_customer_is_known_from_then_on() {
        var tied = customers.tie(acme.id(), "Freelance@Gmail.com", "Piero", GIULIA);

        assertThat(customers.recognise("freelance@gmail.com", Trust.UNVERIFIED))
                .isEqualTo(new Recognition(How.ADDRESS, Trust.UNVERIFIED, acme, tied));
        assertThat(customers.tie(acme.id(), "freelance@gmail.com", "Somebody", GIULIA))
                .isEqualTo(tied);
    }

    @Test
    void a_display_name_never_adds_an_address_to_somebody_else() {
        customers.tie(acme.id(), "evil@evil.org", "Marta Rossi", GIULIA);

        assertThat(customers.contactByAddress("marta@acme.it")).contains(marta);
        assertThat(customers.contactsOf(acme.id(), 10)).hasSize(2);
    }

    @Test
    void an_address_belongs_to_one_person_alone() {
        var beta = book.add("BETA", CustomerFields.named("Beta"), GIULIA);

        assertRefused("email-taken", "emails", () -> customers.tie(beta.id(), "marta@acme.it", null, GIULIA));
        assertRefused(
                "email-taken",
                "emails",
                () -> book.addContact(
                        acme.id(), ContactFields.named("Luca").withEmails(List.of("marta@acme.it")), GIULIA));
        assertThat(customers.recognise("marta@acme.it", Trust.UNVERIFIED).contact())
                .isEqualTo(marta);
    }

    @Test
    void a_contact_is_known_again_by_any_of_its_addresses() {
        var both = ContactFields.named("Marta Rossi").withEmails(List.of("m.rossi@acme.it", "marta@acme.it"));

        var written = book.putContact(acme.id(), both, CustomerBook.ANY, GIULIA);

        assertThat(written.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(written.contact())
                .returns(marta.id(), Contact::id)
                .returns(List.of("m.rossi@acme.it", "marta@acme.it"), Contact::emails);
        assertThat(book.putContact(acme.id(), both, CustomerBook.ANY, GIULIA).outcome())
                .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void what_is_not_a_number_or_an_address_is_refused_with_its_place() {
        assertRefused(
                "not-an-email",
                "emails[1]",
                () -> book.addContact(
                        acme.id(), ContactFields.named("X").withEmails(List.of("x@acme.it", "y@@")), GIULIA));
        assertRefused(
                "not-a-phone",
                "phones[0]",
                () -> book.addContact(acme.id(), ContactFields.named("X").withPhones(List.of("none")), GIULIA));
    }

    @Test
    void a_number_without_prefix_is_of_the_customers_country() {
        book.change(acme.id(), CustomerFields.named("Acme").withTimeZone("Europe/Rome"), CustomerBook.ANY, GIULIA);
        var luca = book.addContact(
                acme.id(), ContactFields.named("Luca").withPhones(List.of("06 1234 5678", "+44 20 7946 0018")), GIULIA);

        assertThat(luca.phones()).containsExactly("+390612345678", "+442079460018");
        assertThat(customers.recogniseCaller("+390612345678"))
                .returns(How.PHONE, Recognition::how)
                .returns(luca, Recognition::contact);
        assertThat(customers.recogniseCaller("+390612345670").how()).isEqualTo(How.NONE);
    }

    @Test
    void a_switchboard_names_the_customer_and_nobody() {
        for (var name : List.of("Luca", "Anna")) {
            book.addContact(acme.id(), ContactFields.named(name).withPhones(List.of("+390612345678")), GIULIA);
        }

        assertThat(customers.recogniseCaller("+390612345678"))
                .returns(
                        "ACME",
                        recognition -> recognition.customer() == null
                                ? ""
                                : recognition.customer().code())
                .returns(null, Recognition::contact);
    }

    @Test
    void the_database_itself_shows_one_customer_nothing_of_another() {
        var beta = book.add("BETA", CustomerFields.named("Beta").withDomains("beta.it"), GIULIA);

        assertThat(scope.of(beta.id(), () -> customers.byCode("ACME"))).isEmpty();
        assertThat(scope.of(beta.id(), () -> customers.contactByAddress("marta@acme.it")))
                .isEmpty();
        assertThat(scope.of(acme.id(), () -> customers.contactByAddress("marta@acme.it")))
                .isPresent();
        assertThat(scope.of(beta.id(), () -> customers.after(null, 10))).containsExactly(beta);
    }
}

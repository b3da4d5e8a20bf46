package pronto.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.customers.CustomerBook.Outcome;
import pronto.people.Emptied;
import pronto.timeline.Entry;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Code;
import pronto.ui.Refusal;
import pronto.ui.api.Given;
import pronto.ui.api.Version;

class CustomerBookTest extends CustomersTest {

    @Autowired
    private JdbcClient db;

    @Autowired
    private Timeline timeline;

    @AfterEach
    void forgetEverybody() {
        Emptied.of(db, "customers.customer");
        db.sql("truncate runtime.change").update();
    }

    @Test
    void a_customer_without_a_code_of_the_vendors_gets_one_of_ours() {
        var beta = book.add(null, CustomerFields.named("Beta"), GIULIA);

        assertThat(Code.parse(beta.code())).map(Code::kind).contains(Code.Kind.CUSTOMER);
        assertThat(customers.byCode(beta.code().toLowerCase().replace("-", " ")))
                .contains(beta);
        assertThat(customers.byCode(beta.code().substring(2))).contains(beta);
    }

    @Test
    void a_code_of_ours_that_the_vendor_used_before_is_passed_over() {
        var next = db.sql("select last_value + case when is_called then 1 else 0 end from customers.customer_number")
                .query(Long.class)
                .single();
        book.add(new Code(Code.Kind.CUSTOMER, next).toString(), CustomerFields.named("Early"), GIULIA);

        var beta = book.add(null, CustomerFields.named("Beta"), GIULIA);

        assertThat(beta.code()).isEqualTo(new Code(Code.Kind.CUSTOMER, next + 1).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mi 001", "mi001", " MI 0 01 ", "mI001"})
    void a_code_is_matched_without_case_and_blanks(String typed) {
        var milan = book.add("MI 001", CustomerFields.named("Milan"), GIULIA);

        assertThat(milan.code()).isEqualTo("MI 001");
        assertThat(customers.byCode(typed)).contains(milan);
        assertThat(book.put(typed, CustomerFields.named("Milan"), CustomerBook.ANY, GIULIA)
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertRefused("code-taken", "code", () -> book.add(typed, CustomerFields.named("Another"), GIULIA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "50%",
                "what?",
                "a#b",
                "..",
                "new",
                "import",
                "a\tb\u0000",
                "123456789012345678901234567890123",
                "a\u202eb"
            })
    void a_code_that_no_address_can_hold_is_refused(String code) {
        assertRefused("code-not-allowed", "code", () -> book.add(code, CustomerFields.named("Acme"), GIULIA));
    }

    @Test
    void what_is_not_said_stays_and_null_clears() {
        book.put(
                "ACME",
                CustomerFields.named("Acme")
                        .withPlan("Gold")
                        .withLanguage("it")
                        .withTimeZone("Europe/Rome")
                        .withDomains("acme.it"),
                CustomerBook.ANY,
                GIULIA);

        var written = book.put("acme", CustomerFields.named("Acme 2").withPlan(null), CustomerBook.ANY, GIULIA);

        assertThat(written.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(written.customer())
                .returns("Acme 2", Customer::name)
                .returns(null, Customer::plan)
                .returns("it", Customer::language)
                .returns("Europe/Rome", Customer::timeZone)
                .returns(List.of("acme.it"), Customer::domains)
                .returns(2, Customer::version);
    }

    @Test
    void a_plan_is_kept_by_name_until_it_exists() {
        var acme = book.put("ACME", CustomerFields.named("Acme").withPlan("Platinum"), CustomerBook.ANY, GIULIA);

        assertThat(acme.customer().plan()).isEqualTo("Platinum");
    }

    @Test
    void a_domain_is_kept_as_a_label_and_only_once() {
        var acme = book.put(
                "ACME",
                CustomerFields.named("Acme").withDomains("Città.IT", "@acme.it", "acme.it."),
                CustomerBook.ANY,
                GIULIA);

        assertThat(acme.customer().domains()).containsExactly("acme.it", "xn--citt-3na.it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "libero.it", "co.uk", "roma.it", "pec.it"})
    void a_public_mail_domain_can_never_be_a_customers(String domain) {
        assertRefused("public-domain", "domains[1]", () -> acme("acme.it", domain));
    }

    @Test
    void a_domain_belongs_to_one_customer_alone() {
        acme("acme.it");

        assertThatThrownBy(() -> book.add("BETA", CustomerFields.named("Beta").withDomains("acme.it"), GIULIA))
                .isInstanceOfSatisfying(
                        AlreadyTaken.class,
                        refusal -> assertThat(refusal.arguments())
                                .containsEntry("value", "acme.it")
                                .containsEntry("owner", "ACME"));
        assertThat(customers.byCode("BETA")).isEmpty();
    }

    @Test
    void fields_that_cannot_be_so_are_refused_by_name() {
        assertRefused("missing", "name", () -> book.add("A", CustomerFields.named("  "), GIULIA));
        assertRefused("text-too-long", "name", () -> book.add("A", CustomerFields.named("x".repeat(201)), GIULIA));
        assertRefused("text-unprintable", "name", () -> book.add("A", CustomerFields.named("a\u0000b"), GIULIA));
        assertRefused(
                "language-unknown",
                "language",
                () -> book.add("A", CustomerFields.named("A").withLanguage("fr"), GIULIA));
        assertRefused(
                "time-zone-unknown",
                "timeZone",
                () -> book.add("A", CustomerFields.named("A").withTimeZone("Europe/Romo"), GIULIA));
        assertRefused(
                "not-a-domain",
                "domains[0]",
                () -> book.add("A", CustomerFields.named("A").withDomains("no domain"), GIULIA));
        assertRefused(
                "not-a-web-address",
                "platforms[0].url",
                () -> book.add(
                        "A",
                        CustomerFields.named("A").withPlatforms(PlatformFields.named("Shop", "javascript:alert(1)")),
                        GIULIA));
    }

    @Test
    void platforms_are_known_again_by_external_id_or_name() {
        var shop =
                new PlatformFields(Given.of("Shop"), Given.of("https://shop.acme.it"), Given.of("p-1"), Given.absent());
        var desk = PlatformFields.named("Desk", null);
        var before = book.add("ACME", CustomerFields.named("Acme").withPlatforms(shop, desk), GIULIA);
        var renamed = new PlatformFields(Given.of("Web shop"), Given.absent(), Given.of("p-1"), Given.absent());

        var after =
                book.putPlatform(before.id(), renamed, CustomerBook.ANY, GIULIA).customer();

        assertThat(after.platforms())
                .hasSize(2)
                .anySatisfy(platform -> assertThat(platform)
                        .returns(before.platforms().getFirst().id(), Customer.Platform::id)
                        .returns("Web shop", Customer.Platform::name)
                        .returns("https://shop.acme.it", Customer.Platform::url));
        assertThat(book.removePlatform(after.id(), before.platforms().getFirst().id(), CustomerBook.ANY, GIULIA)
                        .platforms())
                .extracting(Customer.Platform::name)
                .containsExactly("Desk");
    }

    @Test
    void who_looked_before_somebody_else_changed_it_is_told() {
        var acme = acme();
        book.change(
                acme.id(),
                CustomerFields.named("Acme 2"),
                version -> Version.of(version).check("\"1\""),
                GIULIA);

        assertRefused(
                "changed",
                null,
                () -> book.change(
                        acme.id(),
                        CustomerFields.named("Acme 3"),
                        version -> Version.of(version).check("\"1\""),
                        GIULIA));
    }

    @Test
    void of_many_who_make_the_same_customer_at_once_all_make_one() throws Exception {
        List<Callable<Outcome>> everybody = IntStream.range(0, 16)
                .<Callable<Outcome>>mapToObj(n -> () -> book.put(
                                "ACME",
                                CustomerFields.named("Acme").withDomains("acme.it", "acme.com"),
                                CustomerBook.ANY,
                                GIULIA)
                        .outcome())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes =
                    threads.invokeAll(everybody).stream().map(Future::resultNow).toList();

            assertThat(outcomes).containsOnlyOnce(Outcome.ADDED);
            assertThat(outcomes.stream().filter(Outcome.UNCHANGED::equals)).hasSize(15);
        }
    }

    @Test
    void every_change_is_on_the_timeline_with_what_it_was_before() {
        var acme = acme("acme.it");
        book.change(acme.id(), CustomerFields.named("Acme 2"), CustomerBook.ANY, GIULIA);

        var entries = timeline.of(new Subject("customer", acme.id()), null, 10);

        assertThat(entries).extracting(Entry::kind).containsExactly("customers.changed", "customers.added");
        assertThat(entries.getFirst())
                .returns(GIULIA, Entry::actor)
                .returns(acme.id(), Entry::customer)
                .extracting(Entry::data)
                .isEqualTo(Map.of(
                        "code", "ACME", "name", "Acme 2", "fields", Map.of("name", List.of("Acme S.p.A.", "Acme 2"))));
    }

    @Test
    void every_change_is_in_the_feed() {
        var acme = acme();
        book.addContact(acme.id(), ContactFields.named("Marta"), GIULIA);

        assertThat(db.sql("select topic || ' ' || key from runtime.change order by seq")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .containsOnly("customer " + acme.id());
    }

    @Test
    void nothing_said_anew_is_no_change() {
        acme("acme.it");
        var again =
                book.put("ACME", CustomerFields.named("Acme S.p.A.").withDomains("ACME.it"), CustomerBook.ANY, GIULIA);

        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.customer().version()).isOne();
    }

    @Test
    void a_customer_that_is_removed_takes_contacts_and_domains_along() {
        var marta = marta(acme());
        book.remove(marta.customer(), "", CustomerBook.ANY, GIULIA);

        assertThat(customers.byCode("ACME")).isEmpty();
        assertThat(customers.contactByAddress("marta@acme.it")).isEmpty();
    }

    @Test
    void names_are_sorted_for_people_and_found_by_their_first_letters() {
        for (var name : List.of("Zeta", "Èdile Rossi", "acme", "Fratelli Bianchi", "Łódź 100%")) {
            book.add(null, CustomerFields.named(name), GIULIA);
        }

        assertThat(customers.after(null, 10))
                .extracting(Customer::name)
                .containsExactly("acme", "Èdile Rossi", "Fratelli Bianchi", "Łódź 100%", "Zeta");
        assertThat(customers.startingWith("edi", 5)).extracting(Customer::name).containsExactly("Èdile Rossi");
        assertThat(customers.startingWith("bianc", 5))
                .extracting(Customer::name)
                .containsExactly("Fratelli Bianchi");
        assertThat(customers.startingWith("lod", 5)).hasSize(1);
        assertThat(customers.startingWith("%", 5)).isEmpty();
        assertThat(customers.startingWith("c-2", 10)).hasSize(5);
        var second = customers.after(customers.after(null, 2).getLast().id(), 2);
        assertThat(second).extracting(Customer::name).containsExactly("Fratelli Bianchi", "Łódź 100%");
    }

    static void assertRefused(String name, @Nullable String field, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal).returns(name, Refusal::name).returns(field, Refusal::field));
    }
}

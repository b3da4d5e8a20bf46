package pronto.customers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.customers.imports.CustomerExport;
import pronto.customers.imports.CustomerImport;
import pronto.customers.imports.ImportResult;
import pronto.customers.imports.ImportResult.RefusedLine;
import pronto.people.Emptied;
import pronto.ui.Texts;

class CustomerImportTest extends CustomersTest {

    private static final String HEADER = "code,name,plan,language,timeZone,domains,emails,phones\n";

    @Autowired
    private CustomerExport export;

    @Autowired
    private Texts texts;

    @Autowired
    private CustomerImport customerImport;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void forgetEverybody() {
        Emptied.of(db, "customers.customer");
    }

    @Test
    void a_line_is_a_customer_with_its_contacts() {
        var result = take(HEADER
                + "ACME,Acme,Gold,it,Europe/Rome,acme.it;acme.com,marta@acme.it,06 1234567;+39 333 1234567\n"
                + "BETA,Beta,,en,Europe/London,beta.co.uk,a@beta.co.uk;b@beta.co.uk,020 7946 0018\n");

        assertThat(result).isEqualTo(new ImportResult(2, 0, 0, 0, List.of()));
        var acme = customers.byCode("acme").orElseThrow();
        assertThat(acme.plan()).isEqualTo("Gold");
        assertThat(acme.domains()).containsExactly("acme.com", "acme.it");
        assertThat(customers.contactsOf(acme.id(), 10)).singleElement().satisfies(contact -> {
            assertThat(contact.emails()).containsExactly("marta@acme.it");
            assertThat(contact.phones()).containsExactly("+39061234567", "+393331234567");
        });
        var beta = customers.byCode("beta").orElseThrow();
        assertThat(customers.contactsOf(beta.id(), 10)).hasSize(3).anySatisfy(switchboard -> {
            assertThat(switchboard.name()).isEqualTo("Beta");
            assertThat(switchboard.phones()).containsExactly("+442079460018");
        });
    }

    @Test
    void the_same_file_again_changes_nothing() {
        var file = HEADER + "ACME,Acme,Gold,it,Europe/Rome,acme.it,marta@acme.it;luca@acme.it,06 1234567\n";
        take(file);

        assertThat(take(file)).isEqualTo(new ImportResult(0, 0, 1, 0, List.of()));
        assertThat(customers.byCode("ACME").orElseThrow().version()).isOne();
    }

    @Test
    void a_line_that_is_refused_names_itself_and_keeps_no_other_out() {
        var result = take(HEADER
                + "ACME,Acme,,,,acme.it,,\n"
                + "BETA,Beta,,,,gmail.com,,\n"
                + "GAMMA,Gamma,,,,acme.it,,\n"
                + ",Nobody,,,,,,\n"
                + "DELTA,Delta,,,Europe/Nowhere,,,\n"
                + "EPSILON,Epsilon,,,,,not an address,\n"
                + "ZETA,Zeta, one too many,,,,,,,,\n"
                + "ETA,Eta,,,,eta.it,,\n");

        assertThat(result.added()).isEqualTo(2);
        assertThat(result.refusedCount()).isEqualTo(6);
        assertThat(result.refused())
                .extracting(
                        RefusedLine::line,
                        line -> line.refusal().name(),
                        line -> line.refusal().field())
                .containsExactly(
                        tuple(3, "public-domain", "domains[0]"),
                        tuple(4, "domain-taken", "domains"),
                        tuple(5, "cell-empty", "code"),
                        tuple(6, "time-zone-unknown", "timeZone"),
                        tuple(7, "not-an-email", "emails[0]"),
                        tuple(8, "too-many-cells", ""));
        assertThat(customers.after(null, 10)).extracting(Customer::code).containsExactly("ACME", "ETA");
    }

    @Test
    void what_is_exported_reads_back_as_the_same() throws Exception {
        take(HEADER
                + "ACME,\"Acme, S.r.l.\",Gold,it,Europe/Rome,acme.it;acme.com,"
                + "Marta Rossi <marta@acme.it>;pia@acme.it,+39 055 1234567;+39 055 7654321\n"
                + "BETA,'=Beta,,en,,,info@beta.com,+44 20 7946 0018\n"
                + "GAMMA,Gamma,,,,,,\n");
        var file = exported();

        assertThat(take(file)).isEqualTo(new ImportResult(0, 0, 3, 0, List.of()));

        Emptied.of(db, "customers.customer");
        assertThat(take(file).added()).isEqualTo(3);
        assertThat(exported()).isEqualTo(file);
        assertThat(file.lines().findFirst()).contains("code,name,plan,language,timeZone,domains,emails,phones");
        assertThat(customers.byCode("BETA").orElseThrow().name()).isEqualTo("=Beta");
    }

    @Test
    void a_spreadsheet_takes_nothing_of_an_export_for_a_formula() throws Exception {
        take(HEADER + "ACME,'=1+1,'@SUM(A1),,,,,+39 055 1234567\n");

        assertThat(exported()).contains("ACME,'=1+1,'@SUM(A1),,,,,'+390551234567");
    }

    private String exported() throws IOException {
        var text = new StringWriter();
        export.write(text);
        return text.toString().replace("\r\n", "\n");
    }

    @Test
    void a_line_that_is_refused_names_its_column_and_what_is_expected_there() {
        var refused = take(HEADER + "EPSILON,Epsilon,,,,,not an address,\nDELTA,Delta,,,Europe/Nowhere,,,\n")
                .refused();

        assertThat(refused).extracting(RefusedLine::column).containsExactly("emails", "timeZone");
        assertThat(refused)
                .extracting(line -> texts.refusal(texts.in("en", ZoneOffset.UTC), line.refusal()))
                .containsExactly(
                        "“not an address” is not an e-mail address. An example: marta@acme.com.",
                        "There is no time zone “Europe/Nowhere”. An example: Europe/Rome.");
    }

    @Test
    void a_rehearsal_says_the_same_and_leaves_nothing() {
        var file = HEADER + "ACME,Acme,,,,acme.it,marta@acme.it,\nBETA,Beta,,,,acme.it,,\nGAMMA,Gamma 2,,,,,,\n";

        take(HEADER + "GAMMA,Gamma,,,,,,\n");
        var before = entries();

        var rehearsed = customerImport.take(new ByteArrayInputStream(file.getBytes(UTF_8)), true, GIULIA);

        assertThat(rehearsed)
                .returns(1, ImportResult::added)
                .returns(1, ImportResult::changed)
                .returns(1, ImportResult::refusedCount);
        assertThat(customers.after(null, 10)).extracting(Customer::name).containsExactly("Gamma");
        assertThat(entries()).isEqualTo(before);
        assertThat(take(file))
                .usingRecursiveComparison()
                .ignoringFields("refused")
                .isEqualTo(rehearsed);
    }

    @Test
    void a_file_with_an_unknown_column_is_refused_at_its_first_line() {
        var result = take("code,nome\nACME,Acme\n");

        assertThat(result.refused())
                .extracting(
                        RefusedLine::line,
                        line -> line.refusal().name(),
                        line -> line.refusal().field())
                .containsExactly(tuple(1, "column-unknown", "file"));
        assertThat(customers.after(null, 10)).isEmpty();
    }

    @Test
    void what_a_file_does_not_say_stays() {
        take(HEADER + "ACME,Acme,Gold,it,Europe/Rome,acme.it,,\n");

        take("code,name\nACME,Acme 2\n");

        assertThat(customers.byCode("ACME").orElseThrow())
                .returns("Acme 2", Customer::name)
                .returns("Gold", Customer::plan)
                .returns(List.of("acme.it"), Customer::domains);
    }

    @Test
    void thousands_of_lines_take_seconds() {
        var file = new StringBuilder(HEADER);
        for (var i = 0; i < 3_000; i++) {
            file.append("C%d,Customer %d,Gold,it,Europe/Rome,customer%d.it,a@customer%d.it;b@customer%d.it,06%07d\n"
                    .formatted(i, i, i, i, i, i));
        }
        var start = Instant.now();

        assertThat(take(file.toString()).added()).isEqualTo(3_000);
        assertThat(take(file.toString()).unchanged()).isEqualTo(3_000);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    private long entries() {
        return db.sql("select count(*) from timeline.entry").query(Long.class).single();
    }

    private ImportResult take(String file) {
        return customerImport.take(new ByteArrayInputStream(file.getBytes(UTF_8)), false, GIULIA);
    }

    private static Tuple tuple(long line, String name, String field) {
        return Tuple.tuple(line, name, field);
    }

    @Test
    void every_fault_of_a_line_is_told_at_once() {
        var result = take(HEADER
                + "OMEGA,,,xx,Mars/Rome,omega.test,good@omega.test;not one;nor this,call me\n"
                + ",No Code,,yy,,,,\n"
                + "SIGMA,Sigma,,,,,,\n");

        assertThat(result.refusedCount()).isEqualTo(2);
        assertThat(result.added()).isOne();
        assertThat(result.refused())
                .filteredOn(line -> line.line() == 2)
                .extracting(RefusedLine::column)
                .containsExactlyInAnyOrder("name", "language", "timeZone", "emails", "emails", "phones");
        assertThat(result.refused())
                .filteredOn(line -> line.line() == 3)
                .extracting(RefusedLine::column)
                .containsExactlyInAnyOrder("code", "language");
        assertThat(customers.byCode("OMEGA")).isEmpty();
    }

    @Test
    void a_customer_who_stands_twice_in_a_file_is_refused_the_second_time() {
        var result = take(HEADER
                + "C-50001,Forno Bellini,Gold,it,,bellini.test,,\n"
                + "C-50002,Blue Harbour,,,,,,\n"
                + "c-50001,Twice the same,Basic,xx,,bellini.test,,\n");

        assertThat(result).returns(2, ImportResult::added).returns(0, ImportResult::changed);
        assertThat(result.refused())
                .extracting(
                        RefusedLine::line,
                        RefusedLine::column,
                        line -> texts.refusal(texts.in("en", ZoneOffset.UTC), line.refusal()))
                .containsExactly(
                        Tuple.tuple(4L, "code", "c-50001 stands in line 2 already. Keep one of the two lines."));
        assertThat(customers.byCode("C-50001").orElseThrow().name()).isEqualTo("Forno Bellini");
    }

    @Test
    void a_code_that_does_not_fit_is_not_also_missing() {
        var result = take(HEADER + "x".repeat(200) + ",Too Long,,,,,,\n");

        assertThat(result.refused()).extracting(RefusedLine::column).containsExactly("code");
    }
}

package pronto.customers.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerFileTest {

    @Test
    void commas_or_semicolons_with_or_without_the_mark_read_alike() {
        var comma = "code,name,domains\r\nACME,\"Acme, S.p.A.\",acme.it;acme.com\r\n";
        var semicolon = "\uFEFFCode;Name;Domains\nACME;Acme, S.p.A.;\"acme.it;acme.com\"\n";

        for (var file : List.of(comma, semicolon)) {
            assertThat(rows(file)).singleElement().satisfies(row -> {
                assertThat(row.code()).isEqualTo("ACME");
                assertThat(row.fields().name().or(null)).isEqualTo("Acme, S.p.A.");
                assertThat(row.fields().domains().or(null)).containsExactly("acme.it", "acme.com");
            });
        }
    }

    @Test
    void an_empty_cell_says_nothing() {
        var row = rows("code,name,plan,language,time_zone,domains,emails,phones\nACME,, ,,,,,\n")
                .getFirst();

        assertThat(row.fields().name().present()).isFalse();
        assertThat(row.fields().plan().present()).isFalse();
        assertThat(row.fields().domains().present()).isFalse();
        assertThat(row.emails()).isEmpty();
    }

    @Test
    void a_line_knows_its_number_whatever_its_cells_hold() {
        var rows = rows("code,name\nA,\"two\nlines\"\n\nB,b\n");

        assertThat(rows).extracting(CustomerRow::line).containsExactly(2L, 5L);
    }

    @Test
    void the_apostrophe_a_spreadsheet_puts_before_a_formula_is_none_of_ours() {
        var row = rows("code,phones,emails\nACME,'+39061234567;'+39061234568,x@acme.it\n")
                .getFirst();

        assertThat(row.phones()).containsExactly("+39061234567", "+39061234568");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "file-empty     | 1 | ^^",
                "column-unknown | 1 | code,nome",
                "column-twice   | 1 | code,name,code",
                "column-missing | 1 | name,plan",
                "line-unreadable| 2 | ^code,name\nA,\"never closed\nB,b\n^",
            })
    void a_file_that_cannot_be_read_says_why_and_where(String name, long line, String file) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(
                        BrokenFile.class,
                        broken -> assertThat(broken)
                                .returns(name, BrokenFile::name)
                                .returns(line, BrokenFile::line));
    }

    @Test
    void another_encoding_is_refused_and_not_guessed() {
        var file = "code,name\nACME,Città\n".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(
                        BrokenFile.class, broken -> assertThat(broken.name()).isEqualTo("not-utf-8"));
    }

    @Test
    void a_line_with_too_many_cells_is_refused_before_its_cells_land_elsewhere() {
        var row = rows("code,name\nACME,Acme, S.p.A.\n").getFirst();

        assertThatThrownBy(row::code).hasMessageContaining("too-many-cells");
    }

    private static List<CustomerRow> rows(String file) {
        return rows(file.getBytes(UTF_8));
    }

    private static List<CustomerRow> rows(byte[] file) {
        var rows = new ArrayList<CustomerRow>();
        new CustomerFile(new ByteArrayInputStream(file)).forEachRemaining(rows::add);
        return rows;
    }
}

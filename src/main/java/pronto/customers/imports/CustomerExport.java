package pronto.customers.imports;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All customers as the file that the import reads: line by line out of the database, however many there are. */
@Component
public class CustomerExport {

    private static final int AT_ONCE = 500;

    /** What the list of addresses gives a meaning to does not stand in a name there. */
    private static final Pattern SIGNS = Pattern.compile("[;<>\"\\p{Cntrl}]+");

    /** What a spreadsheet would take for a formula; the import takes the apostrophe off again. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\-]");

    private final JdbcClient db;

    CustomerExport(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public void write(Writer to) throws IOException {
        try (var file = CsvWriter.builder().build(to);
                var lines = db.sql("""
                        select c.code, c.name, c.plan, c.language, c.time_zone,
                               array(select domain from customers.email_domain where customer_id = c.id
                                      order by domain) as domains,
                               array(select p.name from customers.contact p
                                       join customers.contact_email e on e.contact_id = p.id
                                      where p.customer_id = c.id order by p.id, e.position) as names,
                               array(select e.address from customers.contact p
                                       join customers.contact_email e on e.contact_id = p.id
                                      where p.customer_id = c.id order by p.id, e.position) as emails,
                               array(select n.number from customers.contact p
                                       join customers.contact_phone n on n.contact_id = p.id
                                      where p.customer_id = c.id order by p.id, n.position) as phones
                          from customers.customer c
                         order by c.code_key
                        """).withFetchSize(AT_ONCE).query(CustomerExport::line).stream()) {
            file.writeRecord(CustomerFile.COLUMNS);
            lines.forEach(file::writeRecord);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static List<String> line(ResultSet row, int number) throws SQLException {
        var line = new ArrayList<String>();
        for (var column : List.of("code", "name", "plan", "language", "time_zone")) {
            line.add(Objects.requireNonNullElse(row.getString(column), ""));
        }
        line.add(String.join(";", texts(row, "domains")));
        line.add(addresses(texts(row, "names"), texts(row, "emails")));
        line.add(String.join(";", texts(row, "phones")));
        return line.stream().map(CustomerExport::harmless).toList();
    }

    private static String addresses(List<String> names, List<String> emails) {
        var entries = new ArrayList<String>();
        for (var i = 0; i < emails.size(); i++) {
            var name = SIGNS.matcher(names.get(i)).replaceAll(" ").strip();
            entries.add(name.isEmpty() ? emails.get(i) : name + " <" + emails.get(i) + ">");
        }
        return entries.stream().collect(joining(";"));
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}

package pronto.customers.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.customers.CustomerFields;
import pronto.ui.Invalid;
import pronto.ui.Refusal;
import pronto.ui.api.Given;

/** One line of the file: what its cells say of a customer. An empty cell says nothing. */
record CustomerRow(long line, Map<String, String> cells, boolean tooLong) {

    private static final Pattern PLACE = Pattern.compile("(\\w+)(?:\\[(\\d+)])?");

    private static final Set<String> NEEDED = Set.of("code", "name");

    // A spreadsheet marks with an apostrophe what must not be taken for a formula, a telephone number for one.
    private static final Pattern MARKED = Pattern.compile("'(?=[=+@-])");

    String code() {
        if (tooLong) {
            // Most often a separator that should be within quotes: what follows it would land in the wrong column.
            throw new Invalid("too-many-cells", "");
        }
        return Invalid.required(cell("code"), "code");
    }

    CustomerFields fields() {
        return new CustomerFields(
                given("name"),
                given("plan"),
                given("language"),
                given("timeZone"),
                list("domains").isEmpty() ? Given.absent() : Given.of(list("domains")),
                Given.absent(),
                Given.absent());
    }

    List<String> emails() {
        return list("emails");
    }

    List<String> phones() {
        return list("phones");
    }

    /** The same without what was refused in it; null where there is nothing that could be left out. */
    @Nullable CustomerRow without(Refusal refusal) {
        var place = PLACE.matcher(Objects.requireNonNullElse(refusal.field(), ""));
        if (tooLong || !place.matches()) {
            return null;
        }
        var column = place.group(1);
        var less = new HashMap<>(cells);
        if (cell(column) == null || NEEDED.contains(column)) {
            less.put(column, "line " + line);
        } else if (place.group(2) == null) {
            less.remove(column);
        } else {
            var values = new ArrayList<>(list(column));
            values.remove(Integer.parseInt(place.group(2)));
            less.put(column, String.join(";", values));
        }
        return new CustomerRow(line, less, false);
    }

    private Given<String> given(String column) {
        var cell = cell(column);
        return cell == null ? Given.absent() : Given.of(cell);
    }

    private List<String> list(String column) {
        var cell = cell(column);
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(";"))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .map(CustomerRow::unmarked)
                        .toList();
    }

    @Nullable String cell(String column) {
        var cell = unmarked(cells.getOrDefault(column, "").strip());
        return cell.isEmpty() ? null : cell;
    }

    private static String unmarked(String cell) {
        return MARKED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}

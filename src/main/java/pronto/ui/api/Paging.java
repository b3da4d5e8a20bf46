package pronto.ui.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pronto.ui.Invalid;

/** Which part of a list is asked for: the parameters {@code limit} and {@code cursor}. An argument of a controller. */
public record Paging(int limit, @Nullable Cursor cursor) {

    public static final int USUAL = 50;
    public static final int MOST = 200;

    static Paging read(@Nullable String limit, @Nullable String cursor) {
        return new Paging(
                limit == null || limit.isBlank() ? USUAL : number(limit),
                cursor == null || cursor.isBlank() ? null : Cursor.read(cursor));
    }

    /** One row more than asked for tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    public <R, T> Slice<T> page(List<R> fetched, Function<R, Cursor> place, Function<R, T> shown) {
        var rows = fetched.subList(0, Math.min(limit, fetched.size()));
        var next = fetched.size() > limit ? place.apply(rows.getLast()).toString() : null;
        return new Slice<>(rows.stream().map(shown).toList(), next);
    }

    private static int number(String limit) {
        try {
            var number = Integer.parseInt(limit.strip());
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // the same refusal as for a number out of range
        }
        throw new Invalid("limit-out-of-range", "limit", Map.of("most", MOST));
    }
}

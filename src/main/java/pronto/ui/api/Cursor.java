package pronto.ui.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import pronto.ui.Invalid;

/** The place in a list behind which the next page begins: the values it is sorted by. Opaque to whoever hands it back. */
public record Cursor(List<String> values) {

    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    public static Cursor at(Object... values) {
        return new Cursor(Arrays.stream(values).map(String::valueOf).toList());
    }

    static Cursor read(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            var values = new ArrayList<String>();
            for (var from = 0; from < plain.length(); ) {
                var colon = plain.indexOf(':', from);
                var end = colon + 1 + Integer.parseInt(plain, from, colon, 10);
                values.add(plain.substring(colon + 1, end));
                from = end;
            }
            return new Cursor(List.copyOf(values));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw unreadable();
        }
    }

    public String text(int index) {
        if (index >= values.size()) {
            throw unreadable();
        }
        return values.get(index);
    }

    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException notANumber) {
            throw unreadable();
        }
    }

    /** How many come before, in a list that is counted off. */
    public int count(int index, int most) {
        var number = number(index);
        if (number < 0 || number > most) {
            throw unreadable();
        }
        return (int) number;
    }

    public Instant time(int index) {
        try {
            var time = Instant.parse(text(index));
            if (time.isBefore(Instant.EPOCH) || time.isAfter(END)) {
                throw unreadable(); // further away than the database can count
            }
            return time;
        } catch (DateTimeParseException notATime) {
            throw unreadable();
        }
    }

    /** As it travels: each value with its length before it, so that no character in a value can end it. */
    @Override
    public String toString() {
        var plain = new StringBuilder();
        values.forEach(value -> plain.append(value.length()).append(':').append(value));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.toString().getBytes(UTF_8));
    }

    private static Invalid unreadable() {
        return new Invalid("cursor-unreadable", "cursor");
    }
}

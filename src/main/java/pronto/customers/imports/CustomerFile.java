package pronto.customers.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A file of customers, read line by line: UTF-8 with or without its mark, separated by comma or semicolon, its first
 * line names the columns.
 */
final class CustomerFile implements Iterator<CustomerRow> {

    static final List<String> COLUMNS =
            List.of("code", "name", "plan", "language", "timeZone", "domains", "emails", "phones");
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MARK = '\uFEFF';

    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private long lastLine = 1;
    private @Nullable CsvRecord next;

    CustomerFile(InputStream bytes) {
        try {
            var text = new BufferedReader(
                    new InputStreamReader(
                            bytes,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    LONGEST_LINE);
            skipMark(text);
            this.records = CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .skipEmptyLines(true)
                    .allowUnclosedQuote(false)
                    .trimWhitespacesAroundQuotes(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_LINE)
                    .ofCsvRecord(text)
                    .iterator();
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (!hasNext()) {
            throw new BrokenFile("file-empty", 1);
        }
        this.columns = columns(nextRecord());
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            try {
                next = records.hasNext() ? records.next() : null;
            } catch (UncheckedIOException e) {
                throw unreadable(e.getCause());
            } catch (CsvParseException e) {
                throw new BrokenFile("line-unreadable", lastLine + 1);
            }
        }
        return next != null;
    }

    @Override
    public CustomerRow next() {
        var cells = nextRecord();
        var row = new HashMap<String, String>();
        var count = Math.min(cells.getFieldCount(), columns.size());
        for (var i = 0; i < count; i++) {
            row.put(columns.get(i), cells.getField(i));
        }
        return new CustomerRow(cells.getStartingLineNumber(), row, cells.getFieldCount() > columns.size());
    }

    private CsvRecord nextRecord() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var record = next;
        next = null;
        lastLine = record.getStartingLineNumber();
        return record;
    }

    private static List<String> columns(CsvRecord header) {
        var columns = new ArrayList<String>();
        for (var name : header.getFields()) {
            var plain = plain(name);
            var column = COLUMNS.stream()
                    .filter(known -> plain(known).equals(plain))
                    .findFirst()
                    .orElseThrow(() -> new BrokenFile("column-unknown", 1, name.strip()));
            if (columns.contains(column)) {
                throw new BrokenFile("column-twice", 1, column);
            }
            columns.add(column);
        }
        if (!columns.contains("code")) {
            throw new BrokenFile("column-missing", 1, "code");
        }
        return columns;
    }

    private static String plain(String column) {
        return column.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
    }

    /** Whichever there is more of in the first line, which holds no lists. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_LINE / 4);
        var semicolons = 0;
        var commas = 0;
        for (var i = 0; i < LONGEST_LINE / 8; i++) {
            var sign = text.read();
            if (sign < 0 || sign == '\n' || sign == '\r') {
                break;
            }
            semicolons += sign == ';' ? 1 : 0;
            commas += sign == ',' ? 1 : 0;
        }
        text.reset();
        return semicolons > commas ? ';' : ',';
    }

    private BrokenFile unreadable(@Nullable IOException cause) {
        return cause instanceof CharacterCodingException
                ? new BrokenFile("not-utf-8", lastLine)
                : new BrokenFile("file-unreadable", lastLine);
    }
}

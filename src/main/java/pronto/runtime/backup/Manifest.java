package pronto.runtime.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Says what a backup holds; its last entry, so that a backup that broke off has none. */
record Manifest(
        String format,
        int formatVersion,
        String program,
        String schema,
        String postgresql,
        Instant createdAt,
        List<CopiedTable> tables,
        List<SequenceState> sequences,
        Map<String, Kept> entries) {

    static final String ENTRY = "manifest.json";
    static final String FORMAT = "pronto-backup";
    static final int VERSION = 1;

    record CopiedTable(String name, List<String> columns, long rows) {}

    record SequenceState(String name, long value, boolean called) {}

    /** What an entry weighs and its checksum. */
    record Kept(long size, String sha256) {}

    long rows() {
        return tables.stream().mapToLong(CopiedTable::rows).sum();
    }
}

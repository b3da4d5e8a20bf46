package pronto.runtime;

import java.util.UUID;

/** One start of the program, among those that share the database. */
public record Node(UUID id, String address, String version) {}

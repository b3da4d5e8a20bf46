package pronto.staff.signin;

import org.jspecify.annotations.Nullable;

/** A one-time link that still opens; {@code technician} is null for the first administrator, who is to come. */
public record Link(Purpose purpose, @Nullable Long technician) {}

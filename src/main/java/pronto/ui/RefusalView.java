package pronto.ui;

import org.jspecify.annotations.Nullable;

/** One sentence, and the field it concerns where it concerns one. */
public record RefusalView(String sentence, @Nullable String field) implements View {}

package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** Where a ticket is merged to, or a message moved; {@code excerpt} is the beginning of the message. */
public record TargetDialog(
        String code,
        String title,
        String path,
        String target,
        @Nullable String excerpt,
        TargetList list) implements View {}

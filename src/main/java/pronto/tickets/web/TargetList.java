package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import pronto.ui.View;

/** Tickets to choose one from. */
public record TargetList(List<Target> targets) implements View {

    public record Target(String code, String subject, String reporter, String state, Instant openedAt) {}
}

package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import pronto.tickets.work.CourtesyBudget;
import pronto.tickets.work.CourtesyBudget.Spent;
import pronto.tickets.work.CourtesyBudget.Total;
import pronto.ui.View;

/** What Pronto wrote by itself within the last hour, to whom most, and what it withheld. */
public record OwnMailView(Total total, List<Spent> domains, List<Row> withheld) implements View {

    /** A letter that was not written; {@code why} is the word for it. */
    public record Row(String code, String path, String address, String why, Instant at) {}

    public int most() {
        return CourtesyBudget.TO_EVERYBODY;
    }

    public int mostUnproven() {
        return CourtesyBudget.TO_EVERYBODY_UNPROVEN;
    }

    public int mostToDomain() {
        return CourtesyBudget.TO_A_DOMAIN;
    }

    public int mostToDomainUnproven() {
        return CourtesyBudget.TO_A_DOMAIN_UNPROVEN;
    }
}

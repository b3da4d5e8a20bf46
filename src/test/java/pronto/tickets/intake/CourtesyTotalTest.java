package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.work.CourtesyBudget;

/** However many domains somebody forges, what we write by ourselves within an hour has an end. */
class CourtesyTotalTest extends AtTheDesk {

    @Test
    void when_all_together_got_enough_nobody_unproven_is_answered_then_nobody_and_after_an_hour_everybody_is_again() {
        wrote(CourtesyBudget.TO_EVERYBODY_UNPROVEN, false);
        recounts(Duration.ofMinutes(1));
        var unproven = reported(Mail.from("one@total.test"));
        assertThat(sentTo("one@total.test")).isEmpty();
        assertThat(facts(unproven)).contains("notAcknowledged");

        reported(Mail.from("two@total.test").dmarc("pass"));
        assertThat(sentTo("two@total.test")).as("who is proven does not pay").hasSize(1);

        wrote(CourtesyBudget.TO_EVERYBODY - CourtesyBudget.TO_EVERYBODY_UNPROVEN, true);
        recounts(Duration.ofMinutes(2));
        var proven = reported(Mail.from("three@total.test").dmarc("pass"));
        assertThat(sentTo("three@total.test")).isEmpty();
        assertThat(facts(proven)).contains("notAcknowledged");

        recounts(Duration.ofHours(2));
        reported(Mail.from("four@total.test"));
        assertThat(sentTo("four@total.test")).hasSize(1);
    }

    /** How many are counted anew only now and then. */
    private void recounts(Duration later) {
        shift.set(later);
    }

    private void wrote(int letters, boolean proven) {
        db.sql("""
                insert into tickets.courtesy_at (at, domain, proven)
                select :now, 'd' || n || '.test', :proven from generate_series(1, :letters) n
                """)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param("proven", proven)
                .param("letters", letters)
                .update();
    }
}

package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Mail;

/** Whoever is called by name in a note hears of it, and only they. */
class MentionsTest extends AtTheDesk {

    @Autowired
    private Mentions mentions;

    @Autowired
    private Lanes lanes;

    @Test
    void marco_is_told_counted_and_told_no_more_once_he_has_seen_it() {
        var ticket = reported(Mail.from(MARTA));
        var before = unseen();
        var news = news();

        desk.note(ticket.id(), calling("is this yours?"), List.of(), giulia.actor());

        assertThat(mentions.of(marco.id(), 10).getFirst()).satisfies(mention -> {
            assertThat(mention.ticket()).isEqualTo(ticket.id());
            assertThat(mention.writer()).isEqualTo("Giulia Riva");
            assertThat(mention.text()).contains("is this yours?");
            assertThat(mention.seen()).isFalse();
        });
        assertThat(unseen()).isEqualTo(before + 1);
        assertThat(news()).as("his open screens hear of it").isEqualTo(news + 1);
        assertThat(mentions.of(giulia.id(), 10)).noneMatch(mention -> mention.ticket() == ticket.id());

        mentions.seen(marco.id(), ticket.id());
        assertThat(unseen()).isEqualTo(before);
        assertThat(mentions.of(marco.id(), 10).getFirst().seen()).isTrue();
    }

    @Test
    void a_customer_calls_nobody() {
        var before = unseen();

        reported(Mail.from(MARTA).html("<p><span data-mention=\"" + marco.id() + "\">@Marco</span> help</p>"));

        assertThat(unseen()).isEqualTo(before);
    }

    private Body calling(String words) {
        return new Body.Html("<div><span data-mention=\"" + marco.id() + "\">@Marco</span> " + words + "</div>");
    }

    private int unseen() {
        return lanes.counts(marco.id(), List.of()).mentions();
    }

    private long news() {
        return db.sql("select count(*) from runtime.change where topic = 'mention' and key = :key")
                .param("key", Long.toString(marco.id()))
                .query(Long.class)
                .single();
    }
}

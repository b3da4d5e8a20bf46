package pronto.staff.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.MailboxNews;
import pronto.people.Cast;
import pronto.runtime.RealDatabase;

/** A mailbox that nobody can fetch any more is told to those who can do something about it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MailboxLettersTest extends RealDatabase {

    private static final Instant AT = Instant.parse("2026-11-23T10:10:00Z");

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    @Test
    void administrators_are_told_when_a_mailbox_refuses_us_for_long_and_when_it_works_again_and_nobody_else_is() {
        var cast = new Cast(context);
        var ada = cast.ada();
        cast.giulia();

        happens(new MailboxNews.Fails("support@mail.example", AT.minus(Duration.ofMinutes(10)), "login refused", AT));
        await().atMost(Duration.ofSeconds(60)).until(() -> letters().size() == 1);
        happens(new MailboxNews.WorksAgain("support@mail.example", AT.plus(Duration.ofHours(1))));
        await().atMost(Duration.ofSeconds(60)).until(() -> letters().size() == 2);

        assertThat(letters().getFirst())
                .startsWith(ada.email() + " ")
                .contains("support@mail.example", "login refused", "/settings/mailboxes");
        assertThat(letters().getLast()).startsWith(ada.email() + " ").contains("support@mail.example");
    }

    @Test
    void the_same_news_twice_is_one_letter() {
        new Cast(context).ada();

        happens(noRouteTo("twice@mail.example"));
        happens(noRouteTo("twice@mail.example"));
        happens(new MailboxNews.WorksAgain("twice@mail.example", AT));

        await().atMost(Duration.ofSeconds(60)).until(() -> count("twice@mail.example") == 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> count() == 0);
        assertThat(count("twice@mail.example")).isEqualTo(2);
    }

    /** Another object each time: the event log knows what is in progress by the object, and of two at once would leave one for a minute. */
    private static MailboxNews noRouteTo(String mailbox) {
        return new MailboxNews.Fails(mailbox, AT.minus(Duration.ofMinutes(10)), "no route", AT);
    }

    private void happens(MailboxNews news) {
        transaction.executeWithoutResult(status -> events.publishEvent(news));
    }

    private List<String> letters() {
        return db.sql("""
                select d.address || ' ' || o.subject || ' ' || o.text from channels.outgoing o
                  join channels.delivery d on d.outgoing_id = o.id
                 where o.subject like '%support@mail.example%' order by o.id
                """).query((row, number) -> row.getString(1)).list();
    }

    private long count(String mailbox) {
        return db.sql("select count(*) from channels.outgoing where subject like '%' || :mailbox || '%'")
                .param("mailbox", mailbox)
                .query(Long.class)
                .single();
    }

    /** Events that a listener has not finished with. */
    private long count() {
        return db.sql("select count(*) from runtime.event_publication where completion_date is null")
                .query(Long.class)
                .single();
    }
}

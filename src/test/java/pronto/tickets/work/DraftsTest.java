package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.Message.Kind;
import pronto.tickets.Ticket;

/** What was begun is never lost and never lands in the wrong box. */
class DraftsTest extends AtTheDesk {

    @Autowired
    private Drafts drafts;

    private Ticket ticket;

    @BeforeEach
    void oneTicket() {
        ticket = reported(Mail.from(MARTA));
    }

    @Test
    void an_answer_and_a_note_are_kept_apart_and_each_is_of_its_writer_alone() {
        drafts.save(ticket.id(), giulia.id(), Kind.MESSAGE, "<p>Dear Marta</p>");
        drafts.save(ticket.id(), giulia.id(), Kind.NOTE, "<p>She is angry</p>");

        assertThat(html(giulia.id(), Kind.MESSAGE)).isEqualTo("<p>Dear Marta</p>");
        assertThat(html(giulia.id(), Kind.NOTE)).isEqualTo("<p>She is angry</p>");
        assertThat(drafts.find(ticket.id(), marco.id(), Kind.MESSAGE)).isEmpty();
    }

    @Test
    void a_note_that_is_written_leaves_the_answer_as_it_was() {
        drafts.save(ticket.id(), giulia.id(), Kind.MESSAGE, "<p>Dear Marta</p>");
        drafts.save(ticket.id(), giulia.id(), Kind.NOTE, "<p>Careful</p>");

        desk.note(ticket.id(), new Body.Html("<p>Careful</p>"), List.of(), giulia.actor());

        assertThat(drafts.find(ticket.id(), giulia.id(), Kind.NOTE)).isEmpty();
        assertThat(html(giulia.id(), Kind.MESSAGE)).isEqualTo("<p>Dear Marta</p>");
    }

    @Test
    void an_empty_one_is_none() {
        drafts.save(ticket.id(), giulia.id(), Kind.NOTE, "<p>x</p>");
        drafts.save(ticket.id(), giulia.id(), Kind.NOTE, "");

        assertThat(drafts.find(ticket.id(), giulia.id(), Kind.NOTE)).isEmpty();
    }

    @Test
    void of_ten_files_dropped_at_once_none_is_lost_and_the_words_stay() throws Exception {
        drafts.save(ticket.id(), giulia.id(), Kind.MESSAGE, "<p>See these</p>");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 10)
                    .<Callable<Message.File>>mapToObj(n -> () -> drafts.attach(
                            ticket.id(),
                            giulia.id(),
                            Kind.MESSAGE,
                            new Message.Upload("file-" + n + ".txt", "text/plain", false, null),
                            new ByteArrayInputStream(new byte[] {(byte) n})))
                    .toList());
        }

        var draft = drafts.find(ticket.id(), giulia.id(), Kind.MESSAGE).orElseThrow();
        assertThat(draft.files()).hasSize(10);
        assertThat(draft.html()).isEqualTo("<p>See these</p>");

        drafts.detach(ticket.id(), giulia.id(), Kind.MESSAGE, 3);
        assertThat(drafts.find(ticket.id(), giulia.id(), Kind.MESSAGE)
                        .orElseThrow()
                        .files())
                .hasSize(9);
    }

    private String html(long technician, Kind kind) {
        return drafts.find(ticket.id(), technician, kind).orElseThrow().html();
    }
}

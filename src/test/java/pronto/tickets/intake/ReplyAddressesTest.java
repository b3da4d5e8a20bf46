package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.Ticket;

/** The author is who stands in From, and nobody else; a reply address is worth something to its own participant alone. */
class ReplyAddressesTest extends AtTheDesk {

    private Ticket ticket;
    private Message answer;

    @BeforeEach
    void a_ticket() {
        ticket = reported(Mail.from(MARTA).saying("A secret."));
        answer = answered(ticket);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reply-To: marta@acme.test",
                "Sender: marta@acme.test",
                "Return-Path: <marta@acme.test>",
                "Resent-From: marta@acme.test",
                "X-Original-From: marta@acme.test",
                "Errors-To: marta@acme.test",
                "X-Google-Original-From: marta@acme.test",
            })
    void no_other_field_makes_somebody_a_participant(String field) {
        var address = tokens.address("support@pronto.test", ticket.id(), MARTA);

        var theirs = reported(Mail.from(STRANGER)
                .to(address)
                .answering(answer.messageId())
                .bouncingTo(MARTA)
                .header(field));

        assertThat(theirs.id()).as(field).isNotEqualTo(ticket.id());
    }

    @Test
    void what_we_send_goes_to_the_author_and_not_to_their_reply_address() {
        reported(Mail.from("kim@elsewhere.test").header("Reply-To: victim@innocent.test"));

        assertThat(sentTo("victim@innocent.test")).isEmpty();
        assertThat(sentTo("kim@elsewhere.test")).hasSize(1);
    }

    @Test
    void a_token_that_is_dropped_altered_swapped_or_anothers_opens_a_ticket_of_its_own() {
        var own = tokens.address("support@pronto.test", ticket.id(), MARTA);
        var others = reported(Mail.from("luca@acme.test"));
        var lucas = tokens.address("support@pronto.test", others.id(), "luca@acme.test");
        var altered = own.substring(0, 9) + (own.charAt(9) == 'a' ? 'b' : 'a') + own.substring(10);
        var swapped = own.substring(0, 20) + lucas.substring(20);

        for (var address : new String[] {
            "support@pronto.test", altered, swapped, lucas, own.replace("@", "x@"), "support+@pronto.test"
        }) {
            assertThat(reported(Mail.from(MARTA).to(address)).id())
                    .as(address)
                    .isNotEqualTo(ticket.id())
                    .isNotEqualTo(others.id());
        }
        assertThat(reported(Mail.from(MARTA).to(own)).id()).isEqualTo(ticket.id());
        assertThat(reported(Mail.from(MARTA).to(own)).id())
                .as("any number of times")
                .isEqualTo(ticket.id());
        assertThat(reported(Mail.from(STRANGER).to(own)).id())
                .as("replayed by another")
                .isNotEqualTo(ticket.id());
    }

    @Test
    void an_id_that_only_looks_like_one_of_ours_proves_nothing() {
        var id = answer.messageId();
        for (var forged :
                new String[] {"notify-" + id, id + ".x", "<" + ticket.id() + "." + giulia.id() + "@pronto.test>"}) {
            assertThat(reported(Mail.from(STRANGER).answering(forged)).id()).isNotEqualTo(ticket.id());
        }
    }
}

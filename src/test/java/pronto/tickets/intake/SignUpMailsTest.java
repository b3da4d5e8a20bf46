package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;

/** Nobody becomes a colleague of ours at another service by reading its confirmation in a ticket of theirs. */
class SignUpMailsTest extends AtTheDesk {

    private static final String EVE = "eve@evil.test";

    @Autowired
    UnfiledMail unfiled;

    @Autowired
    TransactionTemplate transaction;

    private Ticket eves;

    @BeforeEach
    void a_ticket_of_eves() {
        eves = reported(Mail.from(EVE).dmarc("pass"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "no-reply@slack.test | Confirm your email address on Slack | Once you’ve confirmed https://slack.test/confirm/AbC we’ll help you find your workspace",
                "feedback@slack.test | Slack confirmation code: ABC-123 | Enter this code:\\n\\nABC-123\\n\\nIf you didn’t request this email, ignore this message",
                "noreply@accounts.test | 482913 is your verification code | Your code is\\n482913",
                "verify@workspace.test | Confirm your workspace | Click https://workspace.test/confirm?token=abc. If you did not request this, ignore this email.",
                "no-reply@zoom.test | Please activate your account | Activate: https://zoom.test/activate?code=1",
                "account-security-noreply@big.test | Your single-use code | Your security code is: 0042\\nIf you didn't request this code, you can ignore this message. https://big.test/login",
                "password-reset@shop.test | Reset your password | https://shop.test/reset?token=x . This link will expire. If you didn’t request it, ignore this email.",
                "nonrispondere@servizio.test | Conferma il tuo indirizzo e-mail | Premi https://servizio.test/conferma/x",
                "no-reply@servizio.test | Codice di verifica 123456 | Il codice scade tra 10 minuti",
                "invites@board.test | You have been invited to join the team Pronto | https://board.test/invite/abc If you didn't ask, ignore this message",
            })
    void a_confirmation_is_for_our_eyes_only(String from, String title, String text) {
        var sent = sentTo(from).size();

        var id = arrives(Mail.from(from)
                .to(tokens.address("support@pronto.test", eves.id(), EVE))
                .about(title)
                .saying(text.replace("\\n", "\n")));

        assertThat(reasonOf(id)).isEqualTo("verification");
        assertThat(texts(eves)).hasSize(1);
        assertThat(sentTo(from)).hasSize(sent);
        assertThat(sentTo(EVE)).noneMatch(mail -> (mail.subject() + mail.text()).contains(title));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "marta@acme.test | I do not get the verification code | Since this morning no code arrives. Can you help?",
                "marta@acme.test | Reset password | Please reset my password, I cannot log in at https://app.pronto.test/login",
                "marta@acme.test | Codice di verifica errato | Il codice 123456 non funziona",
                "marta@acme.test | Fwd: Confirm your workspace | What is this? https://workspace.test/confirm?token=abc If you did not request this, ignore this email.",
                "info@acme.test | Invitation to join our team meeting | On Tuesday at ten, see https://meet.test/abc",
                "noreply@shop.test | Your invoice of November | The invoice is at https://shop.test/invoice/7",
                "security@acme.test | Please verify your certificate | It expires on Friday; our scanner says so.",
            })
    void a_person_who_writes_about_codes_is_a_person(String from, String title, String text) {
        assertThat(reported(Mail.from(from).about(title).saying(text)).subject())
                .isEqualTo(title);
    }

    @Test
    void a_ticket_opened_for_one_has_no_reporter_and_shows_it_to_no_customer() {
        var id = arrives(Mail.from("no-reply@slack.test")
                .about("Confirm your workspace")
                .saying("https://slack.test/confirm/AbC"));

        var ticket = unfiled.open(id);
        desk.tie(ticket.id(), acme.id(), giulia.actor());

        assertThat(conversation.participants(ticket.id())).isEmpty();
        assertThat(sentTo("no-reply@slack.test")).isEmpty();
        assertThat(texts(ticket)).hasSize(1);
        transaction.executeWithoutResult(status -> {
            db.sql("select set_config('pronto.scope', 'customer', true), set_config('pronto.customer', :id, true)")
                    .param("id", Long.toString(acme.id()))
                    .query()
                    .singleRow();
            assertThat(db.sql("select count(*) from tickets.message where ticket_id = :id")
                            .param("id", ticket.id())
                            .query(Long.class)
                            .single())
                    .isZero();
        });
    }

    private String reasonOf(long incoming) {
        return db.sql("select reason from channels.incoming where id = :id")
                .param("id", incoming)
                .query(String.class)
                .single();
    }
}

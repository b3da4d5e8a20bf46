package pronto.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import pronto.runtime.MasterKey;

class SignedReplyTokensTest {

    private final SignedReplyTokens tokens = new SignedReplyTokens(new TestKey());

    @Test
    void a_participant_gets_back_to_the_ticket() {
        for (long ticket : new long[] {1, 255, 256, 1_000_000, Long.MAX_VALUE}) {
            assertThat(tokens.ticketOf(token(ticket, "marta@acme.example"), "Marta@ACME.example"))
                    .isEqualTo(ticket);
        }
    }

    @Test
    void a_program_that_changes_case_does_no_harm() {
        assertThat(tokens.ticketOf(token(7, "marta@acme.example").toUpperCase(Locale.ROOT), "marta@acme.example"))
                .isEqualTo(7L);
    }

    @Test
    void for_anybody_else_it_is_worth_nothing() {
        assertThat(tokens.ticketOf(token(7, "marta@acme.example"), "luca@acme.example"))
                .isNull();
    }

    @Test
    void no_letter_of_it_can_be_changed() {
        var token = token(1001, "marta@acme.example");
        for (int i = 0; i < token.length(); i++) {
            for (char c : "abcdefghijklmnopqrstuvwxyz234567189-".toCharArray()) {
                var forged = token.substring(0, i) + c + token.substring(i + 1);
                if (!forged.equals(token)) {
                    assertThat(tokens.ticketOf(forged, "marta@acme.example")).isNull();
                }
            }
        }
    }

    @Test
    void what_is_no_token_names_no_ticket() {
        for (String token : new String[] {"", "a", "billing", "a".repeat(200), token(7, "x@y.example") + "aa"}) {
            assertThat(tokens.ticketOf(token, "marta@acme.example")).isNull();
        }
    }

    @Test
    void the_address_fits_into_the_limits_of_mail() {
        var address = tokens.address("assistenza-clienti@example.com", 99_999_999, "marta@acme.example");

        assertThat(address).matches("assistenza-clienti\\+[a-z2-7]+@example\\.com");
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
    }

    private String token(long ticket, String participant) {
        var address = tokens.address("support@pronto.example", ticket, participant);
        return address.substring("support+".length(), address.indexOf('@'));
    }

    /** Signs like the real one, with a key that everybody knows. */
    static final class TestKey implements MasterKey {

        @Override
        public byte[] sign(String purpose, byte[] bytes) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(purpose.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return mac.doFinal(bytes);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String seal(String place, String secret) {
            return secret;
        }

        @Override
        public String open(String place, String sealed) {
            return sealed;
        }
    }
}

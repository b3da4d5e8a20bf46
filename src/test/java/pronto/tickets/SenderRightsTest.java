package pronto.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pronto.channels.Trust;

class SenderRightsTest {

    @ParameterizedTest
    @CsvSource({
        "TOKEN, true, VERIFIED, true",
        "TOKEN, true, UNVERIFIED, true",
        "TOKEN, true, FAILED, true",
        "TOKEN, false, VERIFIED, false",
        "TOKEN, false, UNVERIFIED, false",
        "TOKEN, false, FAILED, false",
        "ANSWER, true, VERIFIED, true",
        "ANSWER, true, UNVERIFIED, true",
        "ANSWER, true, FAILED, false",
        "ANSWER, false, VERIFIED, false",
        "ANSWER, false, UNVERIFIED, false",
        "ANSWER, false, FAILED, false",
        "NONE, true, VERIFIED, false",
        "NONE, true, UNVERIFIED, false",
        "NONE, true, FAILED, false",
        "NONE, false, VERIFIED, false",
    })
    void a_mail_joins_by_a_proof_of_its_own_sender(
            SenderRights.Proof proof, boolean takesPart, Trust trust, boolean joins) {
        assertThat(SenderRights.joins(proof, takesPart, trust)).isEqualTo(joins);
    }

    @ParameterizedTest
    @CsvSource({
        "true, VERIFIED, true",
        "true, UNVERIFIED, false",
        "true, FAILED, false",
        "false, VERIFIED, false",
        "false, UNVERIFIED, false",
        "false, FAILED, false"
    })
    void only_a_proven_customer_brings_their_own_colleagues(boolean theirDomain, Trust trust, boolean brings) {
        assertThat(SenderRights.bringsColleagues(theirDomain, trust)).isEqualTo(brings);
    }

    @ParameterizedTest
    @CsvSource({"VERIFIED, true", "UNVERIFIED, false", "FAILED, false"})
    void only_a_proven_sender_is_quoted(Trust trust, boolean quoted) {
        assertThat(SenderRights.isQuoted(trust)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, VERIFIED, true",
        "false, true, VERIFIED, false",
        "true, false, VERIFIED, false",
        "true, true, UNVERIFIED, false",
        "true, true, FAILED, false"
    })
    void one_doubt_and_a_technicians_mail_is_a_mail_like_any_other(
            boolean allowed, boolean ownToken, Trust trust, boolean answers) {
        assertThat(SenderRights.answersForUs(allowed, ownToken, trust)).isEqualTo(answers);
    }
}

package pronto.channels.email.smtp;

/** The same at the other door. */
class LmtpStartTlsTest extends StartTlsTest {

    @Override
    Protocol protocol() {
        return Protocol.LMTP;
    }
}

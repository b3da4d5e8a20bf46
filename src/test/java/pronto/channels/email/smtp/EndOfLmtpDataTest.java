package pronto.channels.email.smtp;

/** The same at the other door. */
class EndOfLmtpDataTest extends EndOfDataTest {

    @Override
    Protocol protocol() {
        return Protocol.LMTP;
    }
}

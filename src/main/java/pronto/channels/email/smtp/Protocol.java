package pronto.channels.email.smtp;

/** The two dialects: LMTP answers for each recipient on its own and says hello otherwise. */
enum Protocol {
    SMTP,
    LMTP
}

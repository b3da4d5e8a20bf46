/** The door other mail servers knock at: SMTP and LMTP by one engine, down to the bytes. */
package pronto.channels.email.smtp;

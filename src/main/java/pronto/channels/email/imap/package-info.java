/** Mailboxes on other servers, fetched by IMAP. */
package pronto.channels.email.imap;

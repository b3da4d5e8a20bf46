/** What of a mail is new, and what only quotes. */
package pronto.channels.email.reply;

/** HTML of strangers: made harmless, and made text. */
package pronto.channels.email.html;

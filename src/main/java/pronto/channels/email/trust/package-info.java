/** Whose a mail is: SPF, DKIM and DMARC, asked of the DNS within two seconds, or believed of a server of ours. */
package pronto.channels.email.trust;

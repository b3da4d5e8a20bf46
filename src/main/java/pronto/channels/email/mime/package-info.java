/** Reading what came in: structure, charsets, headers, addresses, with a limit to everything. */
package pronto.channels.email.mime;

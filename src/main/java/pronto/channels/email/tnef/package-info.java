/** What Outlook packs into {@code winmail.dat}: files, and the words where it packs these too. */
package pronto.channels.email.tnef;

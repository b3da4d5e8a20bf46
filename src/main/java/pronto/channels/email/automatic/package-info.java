/** Mail that no person wrote: which kind it is, and what a report says of which mail. */
package pronto.channels.email.automatic;

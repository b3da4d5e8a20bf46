/** Programs that act for us. */
package pronto.staff.tokens;

/** Getting in: passwords, one-time links, sessions, and what slows down those who guess. */
package pronto.staff.signin;

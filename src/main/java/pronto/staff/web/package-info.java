/** The settings of staff: one's own, the people, their teams, tokens, and the audit. */
package pronto.staff.web;

/** Staff, teams, tokens and the audit, for programs. */
package pronto.staff.api;

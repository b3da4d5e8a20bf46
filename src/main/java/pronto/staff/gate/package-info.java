/** What every request passes: who is asking, whether the request is theirs, and what they may. */
package pronto.staff.gate;

/** Articles and canned answers for programs. */
package pronto.knowledge.api;

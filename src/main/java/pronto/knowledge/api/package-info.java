/** Canned answers for programs. */
package pronto.knowledge.api;

/** Canned answers for people. */
package pronto.knowledge.web;

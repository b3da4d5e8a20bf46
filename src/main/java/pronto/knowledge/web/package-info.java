/** Articles and canned answers for people. */
package pronto.knowledge.web;

/** How canned answers are kept and found. */
package pronto.knowledge.answers;

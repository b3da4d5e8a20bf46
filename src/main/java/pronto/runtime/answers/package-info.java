/** Answers that were given before, kept for those who ask the same again. */
package pronto.runtime.answers;

/** How articles are kept, found and compared. */
package pronto.knowledge.articles;

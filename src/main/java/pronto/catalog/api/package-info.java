/** The catalog for programs. */
package pronto.catalog.api;

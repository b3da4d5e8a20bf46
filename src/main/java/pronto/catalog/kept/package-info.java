/** How the catalog is kept, and what its graph says. */
package pronto.catalog.kept;

/** The screens of the catalog. */
package pronto.catalog.web;

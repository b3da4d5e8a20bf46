/** Customers from a file: for the command line, the API and whoever brings in many at once. */
@NamedInterface("imports")
package pronto.customers.imports;

import org.springframework.modulith.NamedInterface;

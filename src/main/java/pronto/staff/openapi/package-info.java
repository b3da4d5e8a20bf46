/** The API described: for programs as OpenAPI, for people as a page. */
package pronto.staff.openapi;

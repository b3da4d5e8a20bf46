/** How urgent: the table as it is kept, version by version. */
package pronto.sla.priority;

/** Pronto: support desk, incidents, monitoring, paging and status page as one program. */
@NullMarked
package pronto;

import org.jspecify.annotations.NullMarked;

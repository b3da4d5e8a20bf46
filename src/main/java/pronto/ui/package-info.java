/** How views look and are rendered: layout, parts, words in two languages, refusals, htmx. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package pronto.ui;

import org.springframework.modulith.ApplicationModule;

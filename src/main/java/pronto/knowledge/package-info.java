/** What the desk knows: articles in versions, and canned answers, which are articles of a kind. */
@ApplicationModule(allowedDependencies = {"runtime", "timeline", "files", "ui", "search", "staff"})
package pronto.knowledge;

import org.springframework.modulith.ApplicationModule;

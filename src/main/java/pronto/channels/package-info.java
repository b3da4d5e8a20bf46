/** What comes in from the world and goes out to it: e-mail, telephone, SMS, voice, push, chat, webhooks. */
@ApplicationModule(allowedDependencies = {"runtime", "timeline", "files", "ui"})
package pronto.channels;

import org.springframework.modulith.ApplicationModule;

/** Bytes that people attach and mails as they came: kept once, checked, served safely. */
@ApplicationModule(allowedDependencies = {"runtime"})
package pronto.files;

import org.springframework.modulith.ApplicationModule;

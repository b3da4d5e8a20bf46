package pronto.runtime.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import pronto.runtime.Command;
import pronto.runtime.settings.DerivedSettings;
import pronto.runtime.settings.SettingsCheck;

/** The program as a whole, started to stay, or lent to one command. */
final class Program {

    /** Set while the program is lent: it may then share the database of one that runs on the same folder. */
    private static final String LENT = "lent";

    private final Class<?> application;
    private volatile boolean up;

    Program(Class<?> application) {
        this.application = application;
    }

    /** Starts everything and stays; it ends by a signal, with status 0. */
    int stay(Words words) throws InterruptedException {
        // Before the start: a signal may come while the last line is printed.
        SpringApplication.getShutdownHandlers().add(this::endWell);
        run(whole(words), words);
        up = true;
        new CountDownLatch(1).await();
        return 0;
    }

    /** A signal is how it is meant to end, and no failure; one that never was up has its own status. */
    private void endWell() {
        if (up) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Starts everything, and ends. */
    int rehearse(Words words, Use use) throws Exception {
        try (var context = run(whole(words), words)) {
            return use.with(context);
        }
    }

    private SpringApplicationBuilder whole(Words words) {
        return new SpringApplicationBuilder(application)
                .properties(Map.of(
                        "logging.file.name",
                        "${pronto.home:./data}/logs/pronto.log",
                        "logging.threshold.console",
                        words.verbose() ? "info" : "error"));
    }

    /** What a command does with the parts of the program. */
    interface Use {
        int with(BeanFactory parts) throws Exception;
    }

    /** Starts no doors and no jobs, makes few parts beyond those that are asked for, and ends afterwards. */
    int lend(Words words, Command command) throws Exception {
        var builder = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .initializers(new NothingStarts(), context -> check(command, context))
                .properties(Map.of(
                        "logging.threshold.console",
                        words.verbose() ? "info" : "off",
                        "spring.flyway.enabled",
                        command.needsSchema()));
        try (var context = run(builder, words)) {
            return command.run(context);
        }
    }

    private static void check(Command command, ConfigurableApplicationContext context) {
        try {
            var settings = SettingsCheck.check(context.getEnvironment());
            if (!command.beginsInstallation()) {
                Begun.check(settings);
            }
            command.check(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext run(SpringApplicationBuilder builder, Words words) {
        if (!words.verbose()) {
            // A start that fails is said in one sentence, by us.
            builder.properties(Map.of(
                    "logging.level.org.springframework.boot.SpringApplication", "off",
                    "logging.level.org.springframework.boot.diagnostics", "off",
                    "logging.level.org.springframework.boot.tomcat", "off"));
        }
        return builder.initializers(context -> {
                    SettingsCheck.check(context.getEnvironment());
                    DerivedSettings.add(context.getEnvironment());
                })
                .logStartupInfo(false)
                .run(words.settings().toArray(String[]::new));
    }

    /** Leaves everything that would start by itself as it is. */
    private static final class NothingStarts implements ApplicationContextInitializer<GenericApplicationContext> {

        @Override
        public void initialize(GenericApplicationContext context) {
            context.getEnvironment().getPropertySources().addLast(new MapPropertySource(LENT, Map.of(LENT, true)));
            context.registerBean("lifecycleProcessor", DefaultLifecycleProcessor.class, Idle::new);
        }
    }

    private static final class Idle extends DefaultLifecycleProcessor {

        @Override
        public void onRefresh() {}
    }
}

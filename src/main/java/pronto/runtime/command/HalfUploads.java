package pronto.runtime.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import pronto.runtime.Home;

/** Takes away what was being uploaded to a program that died: the web server forgets it only while it lives. */
@Component
class HalfUploads {

    private static final Logger log = LoggerFactory.getLogger(HalfUploads.class);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Home home;

    HalfUploads(Home home) {
        this.home = home;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweep() throws IOException {
        if (!Files.isDirectory(home.web())) {
            return;
        }
        try (var files = Files.walk(home.web())) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(HalfUploads::isOld)
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isOld(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(KEPT));
        } catch (IOException e) {
            log.debug("{} went by itself", file);
            return false;
        }
    }
}

package pronto.runtime.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import pronto.runtime.Command;
import pronto.runtime.PublicAddress;

/** Starts everything once while the program is built and looks at a few pages, so that later starts are quick. */
@CommandLine.Command(name = "rehearse", hidden = true)
public final class Rehearse implements Command {

    private static final List<String> PAGES = List.of("/", "/sign-in", "/actuator/health/readiness", "/api/v1/tickets");

    @Override
    public int run(BeanFactory program) throws IOException, InterruptedException {
        var address = program.getBean(PublicAddress.class);
        try (var browser = HttpClient.newHttpClient()) {
            for (var page : PAGES) {
                browser.send(
                        HttpRequest.newBuilder(URI.create(address.of(page).toString()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        return 0;
    }
}

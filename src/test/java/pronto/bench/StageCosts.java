package pronto.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What each step of a mail's way in has taken between two looks at the program's own figures. */
final class StageCosts {

    private static final Pattern SUM =
            Pattern.compile("(?m)^pronto_mail_stage_seconds_sum\\{[^}]*stage=\"(\\w+)\"[^}]*} ([0-9.eE+-]+)$");

    private final Installation pronto;
    private Map<String, Double> before;

    StageCosts(Installation pronto) throws IOException {
        this.pronto = pronto;
        this.before = seconds();
    }

    /** Milliseconds for each of so many mails since the last look; storing is what filing takes beside its parts. */
    Map<String, Object> since(int mails) throws IOException {
        var now = seconds();
        var taken = new TreeMap<String, Double>();
        now.forEach((stage, sum) -> taken.put(stage, (sum - before.getOrDefault(stage, 0.0)) * 1e3 / mails));
        before = now;
        var row = new LinkedHashMap<String, Object>();
        for (var stage : new String[] {"receive", "verify", "parse", "sanitise"}) {
            row.put(stage, taken.getOrDefault(stage, 0.0));
        }
        row.put(
                "store",
                taken.getOrDefault("file", 0.0)
                        - taken.getOrDefault("parse", 0.0)
                        - taken.getOrDefault("sanitise", 0.0));
        row.put("index", taken.getOrDefault("index", 0.0));
        return row;
    }

    private Map<String, Double> seconds() throws IOException {
        var request = HttpRequest.newBuilder(URI.create(pronto.url() + "/actuator/prometheus"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var figures =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            var seconds = new TreeMap<String, Double>();
            SUM.matcher(figures).results().forEach(sum -> seconds.put(sum.group(1), Double.parseDouble(sum.group(2))));
            if (seconds.isEmpty()) {
                throw new IOException("the program tells no figures of its steps");
            }
            return seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

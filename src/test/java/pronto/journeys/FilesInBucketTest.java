package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.files.ObjectStore;
import pronto.people.FreePort;
import pronto.people.Postman;
import pronto.people.Postman.Letter;
import pronto.people.Postman.Outcome;
import pronto.people.Started;

/** The program with its files in an object store: what comes in, what happens while the store is away, and the backup. */
class FilesInBucketTest {

    @TempDir
    private Path folder;

    @Test
    void a_mail_lies_in_the_bucket_waits_while_it_is_away_and_comes_back_from_the_backup() throws Exception {
        var home = Started.emptyHome();
        var smtp = FreePort.next();
        var letter = Letter.write("in-the-bucket", RandomGenerator.getDefault());
        var later = Letter.write("while-it-is-away", RandomGenerator.getDefault());
        var backup = folder.resolve("all.backup");
        try (var objects = ObjectStore.start(folder)) {
            var bucket = "--pronto.files=" + objects.setting("desk");
            try (var program = Started.on(home, FilesInBucketTest::start, bucket, "--pronto.mail.smtp.port=" + smtp)) {
                var postman = new Postman(smtp);
                assertThat(postman.bring(letter)).isEqualTo(Outcome.TAKEN);
                assertThat(readiness(program)).isEqualTo(200);

                objects.goAway();
                assertThat(postman.bring(later)).isEqualTo(Outcome.NOT_TAKEN);
                await().until(() -> readiness(program) == 503);

                objects.comeBack();
                await().atMost(Duration.ofSeconds(60)).until(() -> readiness(program) == 200);
                assertThat(postman.bring(later)).isEqualTo(Outcome.TAKEN);
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() -> attachments(home).size() == 2);

                var made = start("backup", backup.toString(), "--home", home.toString(), bucket);
                assertThat(made.awaitEnd()).as(made.said()).isZero();
            }
            assertThat(home.resolve("files")).as("nothing of it lies here").doesNotExist();

            var elsewhere = Started.emptyHome().resolve("restored");
            var other = "--pronto.files=" + objects.setting("again");
            var restored = start("restore", backup.toString(), "--home", elsewhere.toString(), other);
            assertThat(restored.awaitEnd()).as(restored.said()).isZero();
            assertThat(below("again")).isEqualTo(below("desk")).hasSizeGreaterThanOrEqualTo(4);
            try (var again = Started.on(elsewhere, FilesInBucketTest::start, other)) {
                assertThat(readiness(again)).isEqualTo(200);
                assertThat(attachments(elsewhere)).hasSize(2);
            }
        }
    }

    private static Started start(String... arguments) {
        return Started.with(
                List.of("env", "AWS_ACCESS_KEY_ID=" + ObjectStore.WHO, "AWS_SECRET_ACCESS_KEY=" + ObjectStore.SECRET),
                arguments);
    }

    private static int readiness(Started program) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(
                            HttpRequest.newBuilder(program.address().resolve("/actuator/health/readiness"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static List<String> attachments(Path home) throws Exception {
        var attachments = new ArrayList<String>();
        try (var connection = Started.database(home);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select sha256 from tickets.attachment")) {
            while (rows.next()) {
                attachments.add(rows.getString(1));
            }
        }
        return attachments;
    }

    /** What lies under this prefix: names and sizes. */
    private TreeMap<String, Long> below(String prefix) throws Exception {
        var found = new TreeMap<String, Long>();
        var root = folder.resolve("objects/bytes").resolve(prefix);
        try (var paths = Files.walk(root)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                found.put(root.relativize(path).toString(), Files.size(path));
            }
        }
        return found;
    }
}

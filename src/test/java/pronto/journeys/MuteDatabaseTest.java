package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pronto.people.FreePort;
import pronto.people.Postman;
import pronto.people.Postman.Letter;
import pronto.people.Postman.Outcome;
import pronto.people.Started;

/** The database is there and takes connections, and does not say a word: its processes are stopped, not dead. */
class MuteDatabaseTest {

    private final Path home = Started.emptyHome();

    @Test
    void who_sends_mail_meanwhile_is_told_to_come_again_and_it_is_kept_once() throws Exception {
        var port = FreePort.next();
        var postman = new Postman(port);
        var random = new SplittableRandom(1);
        var before = Letter.write("before", random);
        var meanwhile = Letter.write("meanwhile", random);
        try (var program = Started.quicklyOn(home, "--pronto.mail.smtp.port=" + port)) {
            assertThat(program.pid()).isPositive();
            assertThat(postman.bring(before)).isEqualTo(Outcome.TAKEN);
            signal("STOP");
            try {
                // Answered, and not given up by who waits for the answer.
                assertThat(postman.bring(meanwhile)).isEqualTo(Outcome.NOT_TAKEN);
            } finally {
                signal("CONT");
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> postman.bring(meanwhile) == Outcome.TAKEN);
            assertThat(kept(meanwhile)).isOne();
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        var database = ProcessHandle.of(Started.databaseProcess(home)).orElseThrow();
        for (var process :
                Stream.concat(Stream.of(database), database.descendants()).toList()) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    private long kept(Letter letter) throws SQLException, IOException {
        try (var connection = Started.database(home);
                var question =
                        connection.prepareStatement("select count(*) from channels.incoming where message_id = ?")) {
            question.setString(1, letter.messageId());
            try (var answer = question.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }
}

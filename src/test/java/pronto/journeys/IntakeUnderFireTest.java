package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pronto.people.FreePort;
import pronto.people.Postman;
import pronto.people.Postman.Letter;
import pronto.people.Postman.Outcome;
import pronto.people.Started;

/** Mails come in from many senders at once while the program, or its database, is killed again and again. */
class IntakeUnderFireTest {

    private static final int SENDERS = 6;
    private static final int STEPS_TO_STRIKE = 200;
    private static final int CONTROL_STRIKES = 4;
    private static final int CONTROL_ROUNDS = 10;
    private static final int MANY_STRIKES = 200;
    private static final int STRIKES = Integer.getInteger("strikes", 20);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Path home = Started.emptyHome();
    private final Map<String, Letter> confirmed = new ConcurrentHashMap<>();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicLong steps = new AtomicLong();

    @Test
    void every_mail_answered_250_is_there_once_after_twenty_kills_of_the_program() throws Exception {
        survive(STRIKES, this::killProgram, true);
    }

    @Test
    void every_mail_answered_250_is_there_once_after_twenty_kills_of_the_database() throws Exception {
        survive(STRIKES, this::killDatabase, true);
    }

    @Test
    @Tag("long")
    void every_mail_answered_250_is_there_once_after_two_hundred_kills_of_the_program() throws Exception {
        survive(MANY_STRIKES, this::killProgram, true);
    }

    @Test
    @Tag("long")
    void every_mail_answered_250_is_there_once_after_two_hundred_kills_of_the_database() throws Exception {
        survive(MANY_STRIKES, this::killDatabase, true);
    }

    /** The control: who takes the end of sending for an answer must be found out by the same count. */
    @Test
    void a_sender_that_does_not_wait_for_the_answer_loses_mail() throws Exception {
        var missing = List.<String>of();
        // Chance decides which mails a kill hits: four kills find some nearly always, forty surely.
        for (int round = 0; missing.isEmpty() && round < CONTROL_ROUNDS; round++) {
            missing = missingAfter(CONTROL_STRIKES, this::killProgram, false);
        }
        System.out.printf("%d mails found lost under %d kills by who did not wait%n", missing.size(), CONTROL_STRIKES);
        assertThat(missing).isNotEmpty();
    }

    private interface Fire {
        Started strike(Started program, int port) throws Exception;
    }

    private Started killProgram(Started program, int port) {
        program.kill();
        return start(port);
    }

    private Started killDatabase(Started program, int port) throws IOException {
        var killed = Started.databaseProcess(home);
        var database = ProcessHandle.of(killed).orElseThrow();
        var workers = database.descendants().toList();
        assertThat(database.destroyForcibly()).isTrue();
        workers.forEach(ProcessHandle::destroyForcibly);
        // Goes on by itself: the program starts its database again.
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> Started.databaseProcess(home) != killed);
        var taken = confirmed.size();
        await().atMost(Duration.ofSeconds(60)).until(() -> confirmed.size() > taken + SENDERS);
        return program;
    }

    private void survive(int strikes, Fire fire, boolean waits) throws Exception {
        assertThat(missingAfter(strikes, fire, waits)).as("lost, seed " + SEED).isEmpty();
        System.out.printf(
                "%,d mails confirmed under %d kills (%d unanswered and sent again), none lost, none twice%n",
                confirmed.size(), strikes, unknown.get());
    }

    private List<String> missingAfter(int strikes, Fire fire, boolean waits) throws Exception {
        var port = FreePort.next();
        var program = start(port);
        var going = new AtomicBoolean(true);
        var done = new CountDownLatch(SENDERS);
        for (int i = 0; i < SENDERS; i++) {
            var sender = i;
            var letters = random.split();
            Thread.ofVirtual().start(() -> {
                send(sender, letters, new Postman(port, steps::incrementAndGet), going, waits);
                done.countDown();
            });
        }
        try {
            for (int i = 0; i < strikes; i++) {
                awaitRandomMoment();
                program = fire.strike(program, port);
            }
            going.set(false);
            assertThat(done.await(180, TimeUnit.SECONDS)).isTrue();
            return missing();
        } finally {
            going.set(false);
            program.close();
        }
    }

    /** Anywhere in some dozen mails, between two lines of one sender and while others wait for their answer. */
    private void awaitRandomMoment() {
        var moment = steps.get() + random.nextInt(STEPS_TO_STRIKE);
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> steps.get() >= moment);
    }

    private Started start(int port) {
        return Started.quicklyOn(home, "--pronto.mail.smtp.port=" + port);
    }

    /** As a real mail server does: the same mail again until it is taken. */
    private void send(int sender, SplittableRandom random, Postman postman, AtomicBoolean going, boolean waits) {
        for (int i = 0; going.get(); i++) {
            var letter = Letter.write("mail-" + postman.port() + "-" + sender + "-" + i, random);
            var outcome = await().forever()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> bring(letter, postman), heard -> isDone(heard, waits) || !going.get());
            if (isDone(outcome, waits)) {
                confirmed.put(letter.messageId(), letter);
            }
        }
    }

    private Outcome bring(Letter letter, Postman postman) {
        var outcome = postman.bring(letter);
        if (outcome == Outcome.UNKNOWN) {
            unknown.incrementAndGet();
        }
        return outcome;
    }

    private static boolean isDone(Outcome outcome, boolean waits) {
        return outcome == Outcome.TAKEN || outcome == Outcome.UNKNOWN && !waits;
    }

    /** Confirmed mails of which there is not exactly one, whole, with its attachment. */
    private List<String> missing() throws Exception {
        await().atMost(Duration.ofMinutes(10)).ignoreExceptions().until(() -> count("state = 'received'") == 0);
        var kept = kept();
        var missing = new ArrayList<String>();
        for (var letter : confirmed.values()) {
            var there = kept.getOrDefault(letter.messageId(), List.of());
            if (there.size() != 1 || !isWhole(letter, there.getFirst())) {
                missing.add(letter.messageId() + " " + there);
            }
        }
        assertThat(kept.values()).as("no mail twice").allMatch(rows -> rows.size() == 1);
        return missing;
    }

    private record Kept(String sha256, String attachment) {}

    private Map<String, List<Kept>> kept() throws SQLException, IOException {
        var kept = new TreeMap<String, List<Kept>>();
        try (var connection = Started.database(home);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select i.message_id, i.sha256, a.sha256 as attachment
                        from channels.incoming i
                        left join tickets.message m on m.incoming_id = i.id
                        left join tickets.attachment a on a.message_id = m.id
                        """)) {
            while (rows.next()) {
                var id = rows.getString("message_id");
                kept.computeIfAbsent(id.startsWith("<") ? id : "<" + id + ">", key -> new ArrayList<>())
                        .add(new Kept(rows.getString("sha256"), rows.getString("attachment")));
            }
        }
        return kept;
    }

    private boolean isWhole(Letter letter, Kept kept) throws Exception {
        var raw = Files.readAllBytes(file(kept.sha256()));
        return sha256(raw).equals(kept.sha256())
                && endsWith(raw, letter.bytes())
                && sha256(letter.attachment()).equals(kept.attachment())
                && sha256(Files.readAllBytes(file(kept.attachment()))).equals(kept.attachment());
    }

    private Path file(String sha256) {
        return home.resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private long count(String condition) throws SQLException, IOException {
        try (var connection = Started.database(home);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from channels.incoming where " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What the receiver adds stands before. */
    private static boolean endsWith(byte[] whole, byte[] end) {
        return whole.length >= end.length
                && java.util.Arrays.equals(whole, whole.length - end.length, whole.length, end, 0, end.length);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

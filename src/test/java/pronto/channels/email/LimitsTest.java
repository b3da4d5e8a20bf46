package pronto.channels.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pronto.channels.IncomingMail;
import pronto.people.Effort;

/** Mail that is meant to stop us, or is simply large: soon done with, in little memory, and the next one goes through. */
class LimitsTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String HEAD = "From: marta@acme.example\r\nSubject: Much\r\n";
    private static final String MIXED = HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";

    static Stream<Named<byte[]>> monsters() throws IOException {
        return Stream.of(
                Named.of("100 MB", with(MIXED + "--b\r\n\r\nhi\r\n" + file(""), base64(70), "\r\n--b--\r\n")),
                Named.of("100 MB of text", with(HEAD + "\r\n", "All of it is text.\r\n".repeat(5_000_000), "")),
                Named.of("5,000 deep", with(HEAD, nested(5000), "")),
                Named.of(
                        "5,000 mails in each other",
                        with(HEAD, "Content-Type: message/rfc822\r\n\r\n".repeat(5000), "")),
                Named.of("200,000 parts", with(MIXED, "--b\r\n\r\nx\r\n".repeat(200_000), "")),
                Named.of("10,000 recipients", with(HEAD + "To: ", "a@b.example, ".repeat(10_000), "\r\n\r\nhi\r\n")),
                Named.of("a header of 10 MB", with(HEAD + "X-A: ", "x".repeat(10 * MEGABYTE), "\r\n\r\nhi\r\n")),
                Named.of(
                        "a folded header of 10 MB", with(HEAD + "X-A: ", "x\r\n ".repeat(2_500_000), "\r\n\r\nhi\r\n")),
                Named.of("100,000 fields", with(HEAD, "X-A: b\r\n".repeat(100_000), "\r\nhi\r\n")),
                Named.of(
                        "a subject of encoded words",
                        with("Subject: ", "=?utf-8?Q?=C3?= ".repeat(60_000), "\r\n\r\nhi\r\n")),
                Named.of("nothing but NUL", with(HEAD + "\r\n", "\0".repeat(25 * MEGABYTE), "")),
                Named.of("an endless line", with(HEAD + "\r\n", "x".repeat(40 * MEGABYTE), "")),
                Named.of(
                        "an endless line of HTML",
                        with(HEAD + "Content-Type: text/html\r\n\r\n", "<b>x</b>".repeat(5_000_000), "")),
                Named.of(
                        "a parameter without end",
                        with(HEAD + "Content-Type: a/b", "; a*0*=x".repeat(100_000), "\r\n\r\nhi\r\n")),
                Named.of("introductions", with(HEAD + "\r\n", "On 1 at 10:00 <a@b\r\n".repeat(100_000), "")),
                Named.of(
                        "junk for base64",
                        with(HEAD + "Content-Transfer-Encoding: base64\r\n\r\n", "!!!!".repeat(5_000_000), "")),
                Named.of("a subject of answers", with("Subject: ", "re: ".repeat(200_000), "\r\n\r\nhi\r\n")),
                Named.of("a route without end", with("From: ", "@".repeat(900_000), "\r\n\r\nhi\r\n")),
                Named.of(
                        "an id without end",
                        with(HEAD + "References: ", "a".repeat(900_000), "\r\nMessage-ID: <a>\r\n\r\nhi\r\n")),
                Named.of("open quotes", with(HEAD + "To: ", "\"(<".repeat(300_000), "\r\n\r\nhi\r\n")),
                Named.of(
                        "blockquotes",
                        with(HEAD + "Content-Type: text/html\r\n\r\n", "<blockquote>".repeat(90_000), "")),
                Named.of(
                        "lines in blockquotes",
                        with(
                                HEAD + "Content-Type: text/html\r\n\r\n" + "<blockquote>".repeat(2000),
                                "a<br>".repeat(200_000),
                                "")),
                Named.of(
                        "quotations side by side",
                        with(
                                HEAD + "Content-Type: text/html\r\n\r\n",
                                "<blockquote type=cite></blockquote>".repeat(30_000),
                                "x")),
                Named.of(
                        "marks after which nothing is new",
                        with(HEAD + "Content-Type: text/html\r\n\r\n", "<hr id=zwchr>".repeat(40_000), "x")),
                Named.of(
                        "pictures of nothing",
                        with(HEAD + "Content-Type: text/html\r\n\r\n", "<img src=data:image/x>".repeat(30_000), "x")),
                Named.of(
                        "2,000 lists of recipients",
                        with(HEAD, ("To: " + "a@b.example,".repeat(300) + "\r\n").repeat(1990), "\r\nhi")),
                Named.of(
                        "tables",
                        with(HEAD + "Content-Type: text/html\r\n\r\n", "<div><b><table><td>".repeat(90_000), "")),
                Named.of("200,000 links", with(HEAD + "Content-Type: text/html\r\n\r\n", links(200_000), "")),
                Named.of("200,000 links in plain words", with(HEAD + "\r\n", addresses(200_000), "")),
                Named.of(
                        "links within links",
                        with(
                                HEAD + "Content-Type: text/html\r\n\r\n",
                                "<a href=http://a.example/>x<table><td>".repeat(50_000),
                                "")),
                Named.of(
                        "200,000 telephone numbers",
                        with(HEAD + "\r\n", "+39 0577 111 222, call me.\r\n".repeat(200_000), "")),
                Named.of("attributes", with(HEAD + "Content-Type: text/html\r\n\r\n<a ", attributes(), ">x")),
                Named.of(
                        "styles",
                        with(
                                HEAD + "Content-Type: text/html\r\n\r\n<p style=\"",
                                "color:red;".repeat(100_000),
                                "\">x")),
                Named.of(
                        "a calendar",
                        with(HEAD + "Content-Type: text/calendar\r\n\r\n", "BEGIN:VEVENT\r\n".repeat(100_000), "")),
                Named.of(
                        "a report",
                        with(
                                "From: mailer-daemon@x.example\r\nContent-Type: message/delivery-status\r\n\r\n",
                                "Final-Recipient: rfc822; a@b.example\r\n\r\n".repeat(100_000),
                                "")),
                Named.of(
                        "a forged winmail.dat",
                        with(
                                HEAD + "Content-Type: application/ms-tnef\r\n\r\n",
                                "x\u009f>\"\0\0\u0001\u0003\u0090\0\0\u00ff\u00ff\u00ff\u007f",
                                "\u00ff".repeat(MEGABYTE))),
                Named.of("a zip bomb", with(MIXED + file("; name=bomb.zip"), bomb(), "\r\n--b--\r\n")));
    }

    @ParameterizedTest
    @MethodSource("monsters")
    void a_monster_is_soon_done_with_and_the_next_mail_goes_through(byte[] monster) {
        var effort = Effort.of(() -> Samples.readAway(monster));

        var read = effort.result();
        assertThat(effort.spent()).isLessThan(Duration.ofSeconds(2));
        assertThat(read.to()).hasSizeLessThanOrEqualTo(1000);
        assertThat(read.fullText()).hasSizeLessThan(5 * MEGABYTE);
        assertThat(Samples.read("From: luca@acme.example\n\nHello\n").text()).isEqualTo("Hello");
    }

    @Test
    void a_mail_of_200_000_links_is_shown_as_its_words_with_where_the_first_5_000_lead() {
        var read = Samples.readAway(with(HEAD + "Content-Type: text/html\r\n\r\n", links(200_000), ""));

        assertThat(read.unreadable()).isNull();
        assertThat(read.html()).as("nobody goes through so many in a page").isNull();
        assertThat(read.text())
                .contains("offer 0 <http://a.example/0>", "offer 4999 <http://a.example/4999>", "offer 5000 offer 5001")
                .doesNotContain("/5000>");
    }

    @Test
    void a_newsletter_with_5_000_links_is_shown_as_it_was_sent() {
        var read = Samples.readAway(with(HEAD + "Content-Type: text/html\r\n\r\n", links(5_000), ""));

        assertThat(read.html()).contains("http://a.example/4999");
    }

    private static String links(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "<a href=http://a.example/%d>offer %d</a> ".formatted(i, i))
                .collect(Collectors.joining());
    }

    private static String addresses(int number) {
        return IntStream.range(0, number)
                .mapToObj("http://a.example/%d\r\n"::formatted)
                .collect(Collectors.joining());
    }

    static Stream<Named<byte[]>> large() {
        return Stream.of(
                Named.of("a file", with(MIXED + "--b\r\n\r\nhi\r\n" + file(""), base64(18), "\r\n--b--\r\n")),
                Named.of("text", with(HEAD + "\r\n", "Lorem ipsum dolor sit amet.\r\n".repeat(900_000), "")),
                Named.of(
                        "HTML",
                        with(
                                HEAD + "Content-Type: text/html\r\n\r\n",
                                "<p>Lorem <b>ipsum</b></p>\r\n".repeat(970_000),
                                "")),
                Named.of(
                        "a picture in the page",
                        with(
                                HEAD + "Content-Type: text/html\r\n\r\n<img src='data:image/png;base64,",
                                base64(18),
                                "'>")));
    }

    @ParameterizedTest
    @MethodSource("large")
    void a_mail_of_25_megabytes_never_holds_three_times_its_size(byte[] mail) throws InterruptedException {
        var read = new AtomicReference<IncomingMail>();
        long held = held(() -> read.set(Samples.readAway(mail)));

        System.out.printf("a mail of %d MB held %d MB%n", mail.length / MEGABYTE, held / MEGABYTE);
        assertThat(held).isLessThan(3L * mail.length);
        assertThat(read.get().unreadable()).isNull();
    }

    @Test
    void a_zip_bomb_stays_what_it_is() throws IOException {
        var read = Samples.readAway(with(MIXED + file("; name=bomb.zip"), bomb(), "\r\n--b--\r\n"));

        assertThat(read.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("bomb.zip");
            assertThat(file.size()).isLessThan(MEGABYTE);
        });
    }

    /** The most that was in use beyond what was before, each time after all that nobody holds was swept away. */
    private static long held(Runnable work) throws InterruptedException {
        long before = used();
        var worker = Thread.ofPlatform().start(work);
        long most = 0;
        while (!worker.join(Duration.ofMillis(50))) {
            most = Math.max(most, used() - before);
        }
        return most;
    }

    @SuppressWarnings("PMD.DoNotCallGarbageCollectionExplicitly")
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static byte[] with(String head, String body, String end) {
        return Bytes.concat(head.getBytes(ISO_8859_1), body.getBytes(ISO_8859_1), end.getBytes(ISO_8859_1));
    }

    private static String file(String name) {
        return "--b\r\nContent-Type: application/octet-stream" + name + "\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    }

    private static String base64(int megabytes) {
        return Base64.getMimeEncoder().encodeToString(new byte[MEGABYTE]).repeat(megabytes);
    }

    private static String nested(int depth) {
        return IntStream.range(0, depth)
                .mapToObj(i -> (i == 0 ? "" : "--b" + i + "\r\n") + "Content-Type: multipart/mixed; boundary=b"
                        + (i + 1) + "\r\n\r\n")
                .collect(Collectors.joining());
    }

    private static String attributes() {
        return IntStream.range(0, 150_000).mapToObj(i -> "a" + i + "=1 ").collect(Collectors.joining());
    }

    private static String bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeroes"));
            var zeroes = new byte[MEGABYTE];
            Arrays.fill(zeroes, (byte) '0');
            for (int i = 0; i < 200; i++) {
                zip.write(zeroes);
            }
            zip.closeEntry();
        }
        return Base64.getMimeEncoder().encodeToString(bytes.toByteArray());
    }
}

package pronto.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import pronto.ui.Code;
import pronto.ui.api.Cursor;

/** A page that is asked for again and again, each time somewhere else where it can be. */
record Question(String name, BiFunction<Integer, SplittableRandom, String> path) {

    static final List<Question> ALL = List.of(
            fixed("queue: all", "/"),
            fixed("queue: mine", "/?view=mine"),
            fixed("queue: free for my team", "/?view=free"),
            fixed("queue: unknown senders", "/?view=unknown"),
            fixed("queue: spam", "/?view=spam"),
            fixed("queue: filtered", "/queue?q=spedizione"),
            new Question("queue: further down", (size, random) -> "/queue/more?view=&after=" + newest(size, random)),
            new Question("ticket: opened by its address", (size, random) -> "/tickets/" + any(size, random)),
            new Question(
                    "ticket: chosen in the list",
                    (size, random) -> "/tickets/" + Years.code(newest(size, random)) + "?part=1"),
            new Question("ticket: of 2,000 messages", (size, random) -> "/tickets/" + Years.code(size + 1)),
            new Question(
                    "ticket: of 2,000, earlier",
                    (size, random) -> "/tickets/" + Years.code(size + 1) + "/talk?before="
                            + (Years.SAID * (long) size + 100 + random.nextInt(1_800))),
            new Question("ticket: timeline", (size, random) -> "/tickets/" + any(size, random) + "/timeline"),
            search("a rare word", Years.RARE),
            search("a word in 40 %", Years.COMMON),
            search("two common words", Years.FIRST_OF_TWO + " " + Years.SECOND_OF_TWO),
            search("two very common words", Years.COMMON + " ordine"),
            search("a phrase", "\"" + Years.PHRASE + "\""),
            search("without its accent", "funzionalita"),
            new Question("search: a code", (size, random) -> "/search?q=" + any(size, random)),
            new Question(
                    "search: an address",
                    (size, random) -> "/search?q=" + Years.address(1 + random.nextInt(Years.CONTACTS))),
            new Question(
                    "palette: a beginning", (size, random) -> "/palette?q=" + pick(random, "sp", "fat", "re", "co")),
            new Question(
                    "palette: words", (size, random) -> "/palette?q=" + pick(random, "ordine+spe", "carta+di+cre")),
            new Question("customer", (size, random) -> "/customers/" + customer(random)),
            fixed("customers", "/customers"),
            fixed("customers: found", "/customers?q=persona.77@cliente77.example"),
            fixed("outbox", "/outbox"),
            fixed("outbox: refused", "/outbox/list?state=bounced"),
            fixed("unfiled", "/unfiled"),
            fixed("mentions", "/mentions"),
            fixed("audit", "/settings/audit"),
            fixed("audit: of a small area", "/settings/audit?area=knowledge"),
            new Question("audit: further down", (size, random) -> "/settings/audit?area=tickets&before=" + 3L * size),
            fixed("api: tickets", "/api/v1/tickets"),
            new Question("api: tickets, further down", (size, random) -> "/api/v1/tickets?cursor=" + longAgo(random)),
            fixed("api: of a team, closed", "/api/v1/tickets?team=Team+5&state=closed"),
            fixed("api: critical", "/api/v1/tickets?priority=P1&state=waiting"),
            new Question("api: of a customer", (size, random) -> "/api/v1/tickets?customer=" + customer(random)),
            new Question("api: messages", (size, random) -> "/api/v1/tickets/" + any(size, random) + "/messages"),
            fixed("api: audit of staff", "/api/v1/audit?kind=staff."));

    private static Question fixed(String name, String path) {
        return new Question(name, (size, random) -> path);
    }

    private static Question search(String name, String words) {
        return fixed("search: " + name, "/search?q=" + URLEncoder.encode(words, UTF_8));
    }

    private static String any(int size, SplittableRandom random) {
        return Years.code(1 + random.nextInt(size));
    }

    private static long newest(int size, SplittableRandom random) {
        return size - random.nextInt(200);
    }

    private static String customer(SplittableRandom random) {
        return new Code(Code.Kind.CUSTOMER, 30_001 + random.nextInt(Years.CUSTOMERS)).toString();
    }

    private static String longAgo(SplittableRandom random) {
        return Cursor.at(Instant.now().minus(Duration.ofDays(200 + random.nextInt(1_500))), 1L << 40)
                .toString();
    }

    private static String pick(SplittableRandom random, String... some) {
        return some[random.nextInt(some.length)];
    }
}

package pronto.journeys;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerFields;
import pronto.oracle.Minutes;
import pronto.people.House;
import pronto.people.Program;
import pronto.runtime.TimeShift;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.staff.Technician;
import pronto.tickets.Mail;
import pronto.timeline.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A desk at work: customers of four plans write mails and answer them, twelve technicians of three tiers take what stands
 * first, screen, write, wait, hand over, give back and resolve. Then every clock is reckoned again, minute by minute.
 */
class WorkingDeskTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final List<String> TEAMS = List.of("Support", "Platform", "Core");
    private static final List<Integer> PEOPLE = List.of(6, 4, 2);

    /** Overtaken by nothing that came so much later, but for what is critical or not looked at. */
    private static final Duration BOUND = Duration.ofDays(5).plusHours(3);

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Targets in minutes: pickup, answer, update and resolution of P1; each priority below has twice as long. */
    private record Plan(String name, String hours, @Nullable String criticalHours, List<Integer> minutes) {

        @Nullable Integer of(String kind, @Nullable String priority) {
            var at = List.of("pickup", "answer", "update", "resolution").indexOf(kind);
            if (priority == null) {
                return kind.equals("pickup") ? minutes.getFirst() : null;
            }
            return minutes.get(at) << List.of("P1", "P2", "P3", "P4").indexOf(priority);
        }

        String hoursOf(@Nullable String priority) {
            return criticalHours != null && "P1".equals(priority) ? criticalHours : hours;
        }

        String json() {
            var targets = new ArrayList<String>();
            for (var priority : List.of("P1", "P2", "P3", "P4")) {
                var each = new ArrayList<String>();
                for (var kind : List.of("pickup", "answer", "update", "resolution")) {
                    each.add("\"%s\": \"PT%dM\"".formatted(kind, of(kind, priority)));
                }
                targets.add("\"%s\": {%s}".formatted(priority, String.join(", ", each)));
            }
            return """
                    {"channels": ["email"], "hours": "%s", %s "targets": {%s}}
                    """.formatted(
                            hours,
                            criticalHours == null ? "" : "\"criticalHours\": \"%s\",".formatted(criticalHours),
                            String.join(", ", targets));
        }
    }

    private static final List<Plan> PLANS = List.of(
            new Plan("Enterprise", "Round", null, List.of(15, 30, 60, 240)),
            new Plan("Business", "Split", "Round", List.of(30, 60, 120, 480)),
            new Plan("Standard", "Split", null, List.of(60, 120, 240, 960)),
            new Plan("Base", "Split", null, List.of(120, 240, 480, 1920)));

    private static final Map<String, String> ANSWERS = Map.of(
            "P1", "dataAtRisk,heavy,oneCustomer,unusable,none",
            "P2", "blocking,heavy,oneCustomer,slow,costly",
            "P3", "major,slight,oneCustomer,slow,acceptable",
            "P4", "minor,none,onePerson,none,acceptable");

    /** Between these two moments it was done: what the program wrote of it is of a moment between. */
    private record Done(String what, @Nullable String priority, Instant from, Instant to) {

        boolean at(Instant moment) {
            return !moment.isBefore(from) && !moment.isAfter(to);
        }
    }

    /** A ticket as we who play the desk know it, from what we did ourselves. */
    private static final class Known {

        final String code;
        final Plan plan;
        final String writer;
        final Instant opened;
        final List<Done> done = new ArrayList<>();
        int team;

        @Nullable String priority;

        @Nullable Instant answers;

        boolean resolved;

        Known(String code, Plan plan, String writer, Instant opened) {
            this.code = code;
            this.plan = plan;
            this.writer = writer;
            this.opened = opened;
        }
    }

    private static final class Hand {

        final Technician person;
        final Program program;
        final int team;

        @Nullable Known at;

        Instant free = Instant.EPOCH;

        Hand(Technician person, Program program, int team) {
            this.person = person;
            this.program = program;
            this.team = team;
        }
    }

    @Test
    void a_day_of_the_desk_leaves_no_clock_wrong_and_no_ticket_lost() {
        try (var desk = new Desk(1)) {
            desk.work(1, 36);
            desk.proves();
        }
    }

    @Test
    @Tag("long")
    void two_weeks_of_the_desk_leave_no_clock_wrong_and_no_ticket_lost() {
        try (var desk = new Desk(2)) {
            desk.work(14, 500);
            desk.proves();
        }
    }

    /** The house, who works in it, and what they know. */
    private static final class Desk implements AutoCloseable {

        private final House house =
                House.open("pronto.api.rate=-1", "pronto.mail.addresses=support@pronto.test=Support");
        private final InstantSource time = house.get(InstantSource.class);
        private final Program admin = house.cast().program(Scope.ADMIN);
        private final Random random;
        private final List<Hand> hands = new ArrayList<>();
        private final Map<String, Known> tickets = new LinkedHashMap<>();
        private final TreeMap<String, Integer> figures = new TreeMap<>();
        private final Instant monday;
        private Duration longest = Duration.ZERO;

        Desk(long seed) {
            random = new Random(seed);
            var today = ZonedDateTime.ofInstant(time.instant(), ROME).toLocalDate();
            monday = today.plusDays(8L - today.getDayOfWeek().getValue())
                    .atTime(7, 0)
                    .atZone(ROME)
                    .toInstant();
            push(monday);
            promise();
            hire();
        }

        private void promise() {
            calendar("Round", """
                    {"days": ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"], "from": "00:00", "to": "24:00"}""", "");
            calendar("Split", """
                    {"days": ["MON", "TUE", "WED", "THU", "FRI"], "from": "09:00", "to": "13:00"},
                    {"days": ["MON", "TUE", "WED", "THU", "FRI"], "from": "14:00", "to": "18:00"}""", "\"IT\"");
            for (var plan : PLANS) {
                ok(admin.put("/api/v1/plans/" + plan.name(), plan.json()));
                var code = plan.name().toUpperCase(Locale.ROOT);
                var customer = house.customer(code, plan.name() + " S.r.l.", domain(plan));
                house.get(CustomerBook.class)
                        .change(
                                customer.id(),
                                CustomerFields.named(customer.name())
                                        .withLanguage("it")
                                        .withDomains(domain(plan))
                                        .withPlan(plan.name()),
                                _ -> {},
                                Actor.PRONTO);
            }
        }

        private void calendar(String name, String weekly, String holidays) {
            ok(admin.put("/api/v1/calendars/" + name, """
                    {"timeZone": "Europe/Rome", "weekly": [%s], "holidays": [%s], "closed": [], "open": []}
                    """.formatted(weekly, holidays)));
        }

        private void hire() {
            var there = new HashMap<String, String>();
            admin.get("/api/v1/teams")
                    .json()
                    .path("items")
                    .forEach(team -> there.put(
                            team.path("name").asString(), team.path("id").asString()));
            for (var tier = 0; tier < TEAMS.size(); tier++) {
                var name = TEAMS.get(tier);
                var id = there.containsKey(name)
                        ? there.get(name)
                        : ok(admin.post("/api/v1/teams", "{\"name\": \"%s\"}".formatted(name)))
                                .path("id")
                                .asString();
                var members = new ArrayList<String>();
                for (var one = 0; one < PEOPLE.get(tier); one++) {
                    var person = house.cast().hired("Tier%d Hand%d".formatted(tier + 1, one), Role.TECHNICIAN);
                    members.add("\"" + person.id() + "\"");
                    hands.add(new Hand(person, house.cast().programOf(person, Scope.WRITE), tier));
                }
                ok(admin.patch("/api/v1/teams/" + id, """
                        {"tier": "%d", "skills": ["tier%d"], "members": [%s]}
                        """.formatted(tier + 1, tier + 1, String.join(", ", members))));
            }
        }

        /** So many tickets come in so many days, most by day. */
        void work(int days, int many) {
            var arrivals = new ArrayList<Instant>();
            while (arrivals.size() < many) {
                var day = monday.atZone(ROME).toLocalDate().plusDays(random.nextInt(days));
                var weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
                if (!weekend || random.nextInt(8) == 0) {
                    var night = random.nextInt(12) == 0;
                    var minute = night ? random.nextInt(1_440) : 480 + random.nextInt(600);
                    arrivals.add(day.atStartOfDay(ROME).toInstant().plus(Duration.ofMinutes(minute)));
                }
            }
            arrivals.sort(naturalOrder());
            var end = monday.plus(Duration.ofDays(days)).minus(Duration.ofHours(7));
            var next = 0;
            for (var now = monday; now.isBefore(end); now = now.plus(STEP)) {
                if (now.atZone(ROME).toLocalTime().equals(LocalTime.of(19, 0))) {
                    push(now);
                    awaitMarks();
                    noClockIsWrong();
                }
                var due = next < arrivals.size() && arrivals.get(next).isBefore(now);
                if (!due && !inOffice(now) && nobodyAnswers(now)) {
                    continue;
                }
                push(now);
                while (next < arrivals.size() && arrivals.get(next).isBefore(now)) {
                    arrive();
                    next++;
                }
                answers(now);
                if (inOffice(now)) {
                    for (var hand : hands) {
                        turn(hand, now);
                    }
                }
            }
        }

        private static boolean inOffice(Instant now) {
            var there = now.atZone(ROME);
            return there.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                    && !there.toLocalTime().isBefore(LocalTime.of(8, 30))
                    && there.toLocalTime().isBefore(LocalTime.of(18, 30));
        }

        private boolean nobodyAnswers(Instant now) {
            return tickets.values().stream().noneMatch(known -> known.answers != null && !known.answers.isAfter(now));
        }

        private void arrive() {
            var plan = PLANS.get(random.nextInt(PLANS.size()));
            var writer = "person" + random.nextInt(1_000) + "@" + domain(plan);
            var from = time.instant();
            var ticket = house.reported(Mail.from(writer).dmarc("pass").about("Trouble " + tickets.size()));
            var known = new Known(ticket.code(), plan, writer, ticket.openedAt());
            known.done.add(new Done("opened", null, from, time.instant()));
            tickets.put(known.code, known);
            count("opened");
        }

        /** What customers were asked they answer after a while, by mail. */
        private void answers(Instant now) {
            for (var known : tickets.values()) {
                if (known.answers != null && !known.answers.isAfter(now)) {
                    known.answers = null;
                    var asked = house.get(JdbcClient.class)
                            .sql("""
                                    select o.message_id from channels.outgoing o
                                     where o.subject_kind = 'ticket' and not o.automatic
                                       and o.subject_id = (select id from tickets.ticket where code = :code)
                                     order by o.id desc limit 1
                                    """)
                            .param("code", known.code)
                            .query(String.class)
                            .single();
                    var mail = Mail.from(known.writer)
                            .dmarc("pass")
                            .answering(asked)
                            .saying("This is what we see.");
                    act(
                            known,
                            "customerAnswered",
                            null,
                            () -> assertThat(house.reported(mail).code()).isEqualTo(known.code));
                }
            }
        }

        private void turn(Hand hand, Instant now) {
            if (hand.free.isAfter(now)) {
                return;
            }
            if (hand.at != null) {
                goOn(hand, hand.at, now);
            } else {
                takeNext(hand, now);
            }
        }

        /** What stands first and nobody has, of their team; and nothing that came much later is ever before. */
        private void takeNext(Hand hand, Instant now) {
            var lines = hand.program
                    .get("/api/v1/queue?whose=free&limit=200&team=" + TEAMS.get(hand.team))
                    .json()
                    .path("items");
            if (lines.isEmpty()) {
                return;
            }
            var first = lines.get(0);
            var known = known(first);
            if (known.priority != null && !known.priority.equals("P1")) {
                for (var line : lines) {
                    assertThat(known.opened)
                            .as(
                                    "%s is taken before %s",
                                    known.code, line.path("code").asString())
                            .isBeforeOrEqualTo(known(line).opened.plus(BOUND));
                }
            }
            if (known.priority == null) {
                screen(hand, known);
            }
            act(known, "pickedUp", null, () -> ok(hand.program.post(path(known) + "/pickup", "{}")));
            var waited = Duration.between(known.opened, now);
            longest = waited.compareTo(longest) > 0 ? waited : longest;
            hand.at = known;
            hand.free = now.plus(Duration.ofMinutes(10L + random.nextInt(5) * 10L));
        }

        private Known known(JsonNode line) {
            return requireNonNull(tickets.get(line.path("code").asString()));
        }

        private void screen(Hand hand, Known known) {
            var drawn = random.nextInt(100);
            var priority = drawn < 4 ? "P1" : drawn < 25 ? "P2" : drawn < 70 ? "P3" : "P4";
            screen(hand, known, priority);
        }

        private void screen(Hand hand, Known known, String priority) {
            var said = requireNonNull(ANSWERS.get(priority)).split(",", -1);
            act(known, "screened", priority, () -> {
                var shown = ok(hand.program.post(path(known) + "/screening", """
                        {"severity": "%s", "coreImpact": "%s", "reach": "%s", "degradation": "%s", "workaround": "%s"}
                        """.formatted((Object[]) said)));
                assertThat(shown.path("priority").asString()).isEqualTo(priority);
            });
            known.priority = priority;
            count(priority);
        }

        private void goOn(Hand hand, Known known, Instant now) {
            var drawn = random.nextInt(100);
            if (drawn < 8) {
                screen(hand, known, List.of("P2", "P3", "P4").get(random.nextInt(3)));
                hand.free = now.plus(STEP);
            } else if (drawn < 30) {
                act(
                        known,
                        "wrote",
                        null,
                        () -> ok(hand.program.post(
                                path(known) + "/messages",
                                "{\"kind\": \"message\", \"text\": \"We are looking at it.\"}")));
                hand.free = now.plus(Duration.ofMinutes(20));
                count("messages");
            } else if (drawn < 50) {
                act(
                        known,
                        "asked",
                        null,
                        () -> ok(
                                hand.program.post(
                                        path(known) + "/messages",
                                        "{\"kind\": \"message\", \"text\": \"What do you see?\", \"then\": \"waitingForCustomer\"}")));
                known.answers = now.plus(Duration.ofMinutes(30L + random.nextInt(60) * 30L));
                hand.at = null;
                count("asked");
            } else if (drawn < 64 && known.team < 2) {
                act(
                        known,
                        "handedOver",
                        null,
                        () -> ok(hand.program.post(
                                path(known) + "/escalation", """
                        {"team": "%s", "reason": "causeNotFound", "note": "Not one of ours.", "tried": "A restart.",
                         "seen": "Nothing in the log.", "reproduce": "Open the page twice."}
                        """.formatted(TEAMS.get(known.team + 1)))));
                known.team++;
                hand.at = null;
                count("handed up");
            } else if (drawn < 68 && known.team > 0) {
                act(
                        known,
                        "handedOver",
                        null,
                        () -> ok(hand.program.post(path(known) + "/return", "{\"note\": \"It is in the manual.\"}")));
                known.team = teamOf(known);
                hand.at = null;
                count("given back");
            } else if (drawn < 72) {
                act(known, "released", null, () -> ok(hand.program.post(path(known) + "/release", "{}")));
                hand.at = null;
                count("released");
            } else {
                act(
                        known,
                        "resolved",
                        null,
                        () -> ok(hand.program.post(
                                path(known) + "/resolution", "{\"kind\": \"answer\", \"text\": \"It works again.\"}")));
                known.resolved = true;
                hand.at = null;
                count("resolved");
            }
        }

        private int teamOf(Known known) {
            return TEAMS.indexOf(admin.get(path(known)).json().path("team").asString());
        }

        void proves() {
            nothingIsLost();
            awaitMarks();
            noClockIsWrong();
            System.out.printf("The desk: %s, longest until a pickup %s%n", figures, longest);
        }

        private void nothingIsLost() {
            var there = new HashMap<String, JsonNode>();
            for (var known : tickets.values()) {
                there.put(known.code, admin.get(path(known)).json());
            }
            var waiting = new HashMap<String, Integer>();
            for (var team : TEAMS) {
                String cursor = "";
                do {
                    var page = admin.get("/api/v1/tickets?limit=200&team=" + team + cursor)
                            .json();
                    page.path("items")
                            .forEach(one -> waiting.merge(one.path("code").asString(), 1, Integer::sum));
                    cursor = page.path("next").isNull()
                            ? ""
                            : "&cursor=" + page.path("next").asString();
                } while (!cursor.isEmpty());
            }
            assertThat(waiting).as("each lies with one team").hasSize(tickets.size());
            assertThat(waiting.values()).containsOnly(1);
            for (var known : tickets.values()) {
                var shown = requireNonNull(there.get(known.code));
                assertThat(shown.path("team").asString()).as(known.code).isEqualTo(TEAMS.get(known.team));
                assertThat(shown.path("state").asString().equals("resolved"))
                        .as(known.code)
                        .isEqualTo(known.resolved);
            }
        }

        /** One line of a clock's ledger, as it is stored. */
        private record Turn(
                Instant at,
                String turn,
                String cause,
                @Nullable Long seconds,
                @Nullable String hours) {}

        /** Broken are those of which it was told, and which no correction proved untrue. */
        private record Kept(
                String code,
                String kind,
                int round,
                String ledger,
                @Nullable Instant due,
                boolean broken) {}

        private void noClockIsWrong() {
            var told = time.instant();
            var minutes = new HashMap<String, Worked>();
            var first = monday.atZone(ROME).toLocalDate().minusDays(1);
            minutes.put("Round", new Worked(first, Map.of(127, List.of(new int[] {0, 86_400}))));
            minutes.put("Split", new Worked(first, Map.of(31, List.of(new int[] {32_400, 46_800}, new int[] {
                50_400, 64_800
            }))));
            var kept = house.get(JdbcClient.class)
                    .sql("""
                            select c.*, t.code, exists (select from tickets.clock_mark m
                                    where m.clock_id = c.id and m.percent = 100 and m.withdrawn_at is null) as broken
                              from tickets.clock c join tickets.ticket t on t.id = c.ticket_id order by c.id
                            """)
                    .query((row, number) -> new Kept(
                            row.getString("code"),
                            row.getString("kind"),
                            row.getInt("round"),
                            row.getString("ledger"),
                            row.getObject("due_at") == null
                                    ? null
                                    : row.getObject("due_at", OffsetDateTime.class)
                                            .toInstant(),
                            row.getBoolean("broken")))
                    .list();
            assertThat(kept.stream().map(Kept::code).distinct()).hasSize(tickets.size());
            kept.forEach(clock -> check(clock, minutes, told));
            figures.put("clocks in the end", kept.size());
        }

        private void check(Kept clock, Map<String, Worked> minutes, Instant told) {
            var known = requireNonNull(tickets.get(clock.code()));
            var turns = List.of(JSON.readValue(clock.ledger(), Turn[].class));
            var about = "%s %s %d: %s after %s".formatted(clock.code(), clock.kind(), clock.round(), turns, known.done);
            explains(known, clock, turns, about);
            var due = due(turns, minutes);
            if (due == null) {
                assertThat(clock.due()).as(about).isNull();
                assertThat(clock.broken()).as(about).isFalse();
                return;
            }
            assertThat(Duration.between(due, requireNonNull(clock.due())).abs())
                    .as("due %s by the oracle, %s as kept; %s", due, clock.due(), about)
                    .isLessThan(Duration.ofSeconds(1));
            count("due times reckoned again");
            var end = turns.getLast().turn().equals("stopped") ? turns.getLast().at() : told;
            if (Duration.between(due, end).abs().compareTo(Duration.ofSeconds(10)) > 0) {
                assertThat(clock.broken()).as(about).isEqualTo(due.isBefore(end));
                figures.merge("of these broken", clock.broken() ? 1 : 0, Integer::sum);
            }
        }

        /** Each line of the ledger is of the moment at which we did what it says; and the promise is the plan's. */
        private static void explains(Known known, Kept clock, List<Turn> turns, String about) {
            for (var turn : turns) {
                var why = switch (turn.cause()) {
                    case "opened" -> Set.of("opened");
                    case "pickedUp" -> Set.of("pickedUp");
                    case "written" -> Set.of("wrote", "asked", "resolved");
                    case "customerHasIt" -> Set.of("asked");
                    case "customerAnswered" -> Set.of("customerAnswered");
                    case "priority", "plan" -> Set.of("screened");
                    case "resolved" -> Set.of("resolved");
                    default -> Set.<String>of();
                };
                assertThat(known.done)
                        .as("%s in %s", turn, about)
                        .anyMatch(one -> why.contains(one.what()) && one.at(turn.at()));
            }
            var last =
                    turns.stream().filter(turn -> turn.hours() != null).toList().getLast();
            var promised = known.plan.of(clock.kind(), known.priority);
            if (turns.getLast().turn().equals("stopped")) {
                return;
            }
            assertThat(last.seconds()).as(about).isEqualTo(promised == null ? null : promised * 60L);
            assertThat(last.hours()).as(about).isEqualTo(known.plan.hoursOf(known.priority));
            var runs = known.answers == null;
            assertThat(turns.getLast().turn().equals("paused")).as(about).isEqualTo(!runs);
        }

        private static @Nullable Instant due(List<Turn> turns, Map<String, Worked> minutes) {
            var target = turns.stream()
                    .filter(turn -> turn.hours() != null)
                    .toList()
                    .getLast()
                    .seconds();
            if (target == null) {
                return null;
            }
            var left = target * 1_000_000L;
            @Nullable Instant since = null;
            var hours = "";
            for (var turn : turns) {
                if (since != null) {
                    var worked = requireNonNull(minutes.get(hours));
                    var used = worked.between(since, turn.at());
                    if (used >= left) {
                        return worked.after(since, left);
                    }
                    left -= used;
                }
                switch (turn.turn()) {
                    case "started", "resumed" -> since = turn.at();
                    case "promised" -> since = since == null ? null : turn.at();
                    default -> since = null;
                }
                hours = turn.hours() == null ? hours : turn.hours();
            }
            return since == null ? null : requireNonNull(minutes.get(hours)).after(since, left);
        }

        /** What is due is told; the tests of the marks themselves are beside the clocks. */
        private void awaitMarks() {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(house.get(JdbcClient.class)
                                    .sql("select count(*) from tickets.clock where next_at < :now")
                                    .param("now", time.instant().minusSeconds(5).atOffset(ZoneOffset.UTC))
                                    .query(Integer.class)
                                    .single())
                            .isZero());
        }

        private void act(Known known, String what, @Nullable String priority, Runnable act) {
            var from = time.instant();
            act.run();
            known.done.add(new Done(what, priority, from, time.instant()));
        }

        private static String path(Known known) {
            return "/api/v1/tickets/" + known.code;
        }

        private static String domain(Plan plan) {
            return plan.name().toLowerCase(Locale.ROOT) + ".example";
        }

        private static JsonNode ok(Program.Answer answer) {
            assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
            return answer.json();
        }

        private void count(String what) {
            figures.merge(what, 1, Integer::sum);
        }

        private void push(Instant now) {
            var shift = house.get(TimeShift.class);
            shift.set(shift.current().plus(Duration.between(time.instant(), now)));
        }

        @Override
        public void close() {
            house.close();
        }
    }

    /** How much of working time has passed, by the minutes that the oracle wrote down. */
    private static final class Worked {

        private static final int DAYS = 200;
        private static final long MINUTE = 60_000_000L;

        private final Instant first;
        private final Minutes minutes;
        private final int[] before;

        Worked(LocalDate from, Map<Integer, List<int[]>> week) {
            first = from.atStartOfDay(ROME).toInstant();
            var weekly = new ArrayList<Minutes.Hours>();
            week.forEach((days, hours) -> hours.forEach(each -> weekly.add(new Minutes.Hours(days, each[0], each[1]))));
            var italy = week.size() == 1 && !week.containsKey(127);
            minutes = new Minutes(
                    new Minutes.Week(ROME, weekly, italy, Set.of(), Set.of(), Map.of()), first, 60, DAYS * 1_440);
            before = new int[minutes.ticks() + 1];
            for (var i = 0; i < minutes.ticks(); i++) {
                before[i + 1] = before[i] + (minutes.open(i) ? 1 : 0);
            }
        }

        long between(Instant from, Instant to) {
            return passed(to) - passed(from);
        }

        Instant after(Instant from, long micros) {
            var wanted = passed(from) + micros;
            var at = 0;
            while ((long) before[at + 1] * MINUTE < wanted) {
                at++;
            }
            return minutes.at(at).plusNanos((wanted - before[at] * MINUTE) * 1_000);
        }

        private long passed(Instant moment) {
            var since = Duration.between(first, moment);
            var micros = since.toSeconds() * 1_000_000L + since.toNanosPart() / 1_000;
            var minute = (int) (micros / MINUTE);
            return before[minute] * MINUTE + (minutes.open(minute) ? micros % MINUTE : 0);
        }
    }
}

package pronto.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import pronto.ui.Code;

/**
 * Years of a support desk, row by row: tickets of five messages with their mails in and out, participants, history. Most
 * are closed long ago; the newest are open. The same seed, the same years.
 */
final class Years {

    static final int CUSTOMERS = 3_000;
    static final int CONTACTS = 12_000;
    static final int TEAMS = 5;
    static final int TECHNICIANS = 30;
    static final int SAID = 5;
    static final int LONG = 2_000;

    /** Words of a search, put where they are looked for: so that each size knows how often they are found. */
    static final String RARE = "zwillingsgestirn";

    static final String COMMON = "spedizione";
    static final String FIRST_OF_TWO = "tracciatura";
    static final String SECOND_OF_TWO = "ricevitoria";
    static final String PHRASE = "carta di credito rifiutata";
    static final String ACCENTED = "funzionalità";

    private static final Duration SPAN = Duration.ofDays(6 * 365);
    private static final List<String> PRIORITIES = List.of("P1", "P2", "P2", "P3", "P3", "P3", "P4");

    private final int tickets;
    private final Instant now;
    private final double open;
    private final Vocabulary vocabulary = new Vocabulary(7);

    Years(int tickets, Instant now, double open) {
        this.tickets = tickets;
        this.now = now;
        this.open = open;
    }

    /** A desk does not leave more open because it is old: 400, 2,000 and 10,000. */
    static double open(int tickets) {
        return tickets >= 1_000_000 ? 0.01 : tickets >= 100_000 ? 0.02 : 0.04;
    }

    static String code(long ticket) {
        return new Code(Code.Kind.TICKET, 10_000 + ticket).toString();
    }

    static String address(int contact) {
        return "persona." + contact + "@cliente" + customerOf(contact) + ".example";
    }

    static int customerOf(int contact) {
        return (contact - 1) % CUSTOMERS + 1;
    }

    void people(Rows rows) {
        var random = new SplittableRandom(1);
        for (var team = 2; team <= TEAMS; team++) {
            rows.add("staff.team (id, name, created_at)", team, "Team " + team, at(0));
        }
        for (var one = 1; one <= TECHNICIANS; one++) {
            rows.add(
                    "staff.technician (id, email, name, role, created_at, away_since)",
                    one,
                    "technician" + one + "@desk.example",
                    "Technician " + one,
                    one == 1 ? "administrator" : "technician",
                    at(0),
                    one % 15 == 0 ? now.minus(Duration.ofHours(3)) : null);
            rows.add("staff.membership (team_id, technician_id)", one % TEAMS + 1, one);
        }
        for (var one = 1; one <= CUSTOMERS; one++) {
            var name = vocabulary.words(random, 2) + " " + one;
            var code = new Code(Code.Kind.CUSTOMER, 30_000 + one).toString();
            rows.add(
                    "customers.customer (id, code, code_key, name, name_key, plan, language, created_at, updated_at)",
                    one,
                    code,
                    code,
                    name,
                    name.toLowerCase(Locale.ROOT),
                    "Standard",
                    one % 3 == 0 ? "en" : "it",
                    at(0),
                    at(0));
            rows.add("customers.email_domain (domain, customer_id)", "cliente" + one + ".example", one);
        }
        for (var one = 1; one <= CONTACTS; one++) {
            rows.add(
                    "customers.contact (id, customer_id, name, name_key, created_at, updated_at)",
                    one,
                    customerOf(one),
                    "Persona " + one,
                    "persona " + one,
                    at(0),
                    at(0));
            rows.add("customers.contact_email (address, contact_id, position)", address(one), one, 0);
        }
    }

    /** When the ticket of this number was opened. */
    private Instant at(long ticket) {
        var step = SPAN.dividedBy(tickets + 1L);
        return now.minus(SPAN).plus(step.multipliedBy(ticket));
    }

    void ticket(long id, Rows rows) {
        new TicketRows(id, rows).write(SAID);
    }

    /** One that people never stopped writing on. */
    void longTicket(long id, Rows rows) {
        new TicketRows(id, rows).write(LONG);
    }

    /** What one ticket leaves in all the tables. */
    private final class TicketRows {

        private final long id;
        private final Rows rows;
        private final SplittableRandom random;
        private final Instant opened;
        private final int contact;
        private final @Nullable Integer customer;
        private final String code;
        private final String subject;
        private final boolean spam;
        private final String state;
        private final @Nullable Integer technician;

        TicketRows(long id, Rows rows) {
            this.id = id;
            this.rows = rows;
            this.random = new SplittableRandom(id * 0x9E3779B97F4A7C15L);
            this.opened = at(Math.min(id, tickets));
            // Some customers write far more than others.
            this.contact = 1 + (int) (CONTACTS * Math.pow(random.nextDouble(), 2.5));
            this.customer = random.nextInt(100) < 5 ? null : customerOf(contact);
            this.code = code(id);
            this.subject = subject();
            this.spam = random.nextInt(100) == 0;
            this.state = id > tickets ? "inWork" : state();
            this.technician = state.equals("waiting") ? null : 1 + random.nextInt(TECHNICIANS);
        }

        private String subject() {
            var words = vocabulary.words(random, 4 + random.nextInt(6));
            return random.nextInt(100) < 6 ? words + " " + COMMON : words;
        }

        private String state() {
            var age = (tickets - id) / (double) tickets;
            if (age < open * 1.25 && random.nextInt(100) < 80) {
                return switch (random.nextInt(20)) {
                    case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> "waiting";
                    case 9, 10, 11, 12, 13, 14 -> "inWork";
                    default -> "waitingForCustomer";
                };
            }
            return age < open * 2 ? "resolved" : "closed";
        }

        void write(int messages) {
            var over = state.equals("resolved") || state.equals("closed");
            var last = opened.plus(Duration.ofHours(messages));
            var priority = random.nextInt(3) == 0 ? PRIORITIES.get(random.nextInt(PRIORITIES.size())) : null;
            var due = over || customer == null || state.equals("waitingForCustomer")
                    ? null
                    : opened.plus(Duration.ofMinutes(priority == null ? 30 : 60 + random.nextInt(6_000)));
            rows.add(
                    "tickets.ticket (id, number, code, subject, state, priority, channel, report_key, opened_at,"
                            + " customer_id, contact_id, reporter_name, reporter_email, recognition_how,"
                            + " recognition_trust, language, support_address, team_id, technician_id, picked_up_at,"
                            + " resolved_at, closed_at, resolution_kind, resolution_text, spam_at, last_message_at,"
                            + " last_from_customer, message_count, version, updated_at, stands_at)",
                    id,
                    10_000 + id,
                    code,
                    subject,
                    state,
                    priority,
                    "email",
                    "mail:" + id,
                    opened,
                    customer,
                    customer == null ? null : contact,
                    "Persona " + contact,
                    customer == null ? "nobody" + contact + "@unknown.example" : address(contact),
                    customer == null ? "none" : "address",
                    "unverified",
                    random.nextInt(3) == 0 ? "en" : "it",
                    "support@desk.example",
                    1 + random.nextInt(10) * random.nextInt(10) / 17,
                    technician,
                    technician == null ? null : opened.plusSeconds(1200),
                    over ? last : null,
                    state.equals("closed") ? last.plus(Duration.ofDays(7)) : null,
                    over ? "answer" : null,
                    over ? "x" : null,
                    spam ? last : null,
                    last,
                    !over,
                    messages,
                    messages * 2,
                    last,
                    due == null ? opened.plus(Duration.ofDays(priority == null ? 0 : 5)) : due);
            if (due != null) {
                clock(technician == null ? "pickup" : "resolution", due);
            }
            participant(address(contact), "reporter");
            if (random.nextInt(3) == 0) {
                participant(address(1 + random.nextInt(CONTACTS)), "copied");
            }
            entry("opened", "pronto", null, 0);
            for (var message = 0; message < messages; message++) {
                said(message);
            }
            if (technician != null) {
                entry("pickedUp", "technician", technician, 20);
            }
            if (over) {
                entry("resolved", "technician", technician, 60 * messages);
            }
            if (state.equals("closed")) {
                entry("closed", "pronto", null, 60 * messages + 10_000);
            }
        }

        /** One that runs around the clock, and whose marks were told long ago: nothing happens while we measure. */
        private void clock(String kind, Instant due) {
            rows.add(
                    "tickets.clock (ticket_id, kind, started_at, ledger, state, due_at, told)",
                    id,
                    kind,
                    opened,
                    "[{\"at\":\"" + opened + "\",\"turn\":\"started\",\"cause\":\"opened\",\"seconds\":"
                            + Duration.between(opened, due).toSeconds() + ",\"hours\":\"always\"}]",
                    "running",
                    due,
                    100);
        }

        private void participant(String address, String role) {
            if (role.equals("reporter") || !address.equals(address(contact))) {
                rows.add(
                        "tickets.participant (ticket_id, address, name, role, added_at)",
                        id,
                        address,
                        "Persona",
                        role,
                        opened);
            }
        }

        /** In turn: the customer's, our answer, the customer's, a note, our answer. */
        private void said(int position) {
            var number = id > tickets ? SAID * (long) tickets + 1 + position : SAID * (id - 1) + 1 + position;
            var at = opened.plus(Duration.ofHours(position));
            var turn = position % SAID;
            var ours = turn == 1 || turn == 3 || turn == 4;
            var note = turn == 3;
            var text = vocabulary.lines(random, 15 + (int) (-45 * Math.log(1 - random.nextDouble())));
            if (position == 0) {
                text = text + wanted();
            }
            var full =
                    turn == 2 ? text + "\n\n> " + vocabulary.lines(random, 40).replace("\n", "\n> ") : text;
            var who = technician == null ? 1 : technician;
            rows.add(
                    "tickets.message (id, ticket_id, incoming_id, outgoing_id, direction, kind, channel, technician_id,"
                            + " from_name, from_address, to_addresses, subject, sent_at, received_at, message_id,"
                            + " text, full_text, html, trust)",
                    number,
                    id,
                    ours ? null : number,
                    ours && !note ? number : null,
                    ours ? "out" : "in",
                    note ? "note" : "message",
                    "email",
                    ours ? who : null,
                    ours ? "Technician " + who : "Persona " + contact,
                    ours ? "support@desk.example" : address(contact),
                    "[{\"name\":null,\"address\":\"" + (ours ? address(contact) : "support@desk.example") + "\"}]",
                    "Re: " + subject,
                    at,
                    at,
                    note ? null : "<m" + number + "@" + (ours ? "desk" : "cliente") + ".example>",
                    text,
                    full,
                    ours ? "<p>" + text.replace("\n", "<br>") + "</p>" : null,
                    ours ? null : "unverified");
            entry(
                    note ? "noted" : ours ? "answered" : "messageReceived",
                    ours ? "technician" : "contact",
                    who,
                    position * 60);
            if (!ours) {
                arrived(number, at);
            } else if (!note) {
                left(number, at, text);
            }
            if (note && id % 20 == 0) {
                rows.add(
                        "tickets.mention (message_id, technician_id, ticket_id, at, seen_at)",
                        number,
                        1 + random.nextInt(TECHNICIANS),
                        id,
                        at,
                        id > tickets - 200 ? null : at.plusSeconds(600));
            }
            if (turn == 0 && random.nextInt(8) == 0) {
                rows.add(
                        "tickets.attachment (message_id, position, name, content_type, size, sha256)",
                        number,
                        0,
                        "schermata.png",
                        "image/png",
                        48_000,
                        "%064x".formatted(number));
            }
        }

        /** What the searches of this benchmark look for, in as large a share of all tickets at each size. */
        private String wanted() {
            var more = new StringBuilder();
            if (random.nextInt(100) < 40) {
                more.append(' ').append(COMMON);
            }
            if (random.nextInt(100) < 12) {
                more.append(' ').append(FIRST_OF_TWO);
            }
            if (random.nextInt(100) < 10) {
                more.append(' ').append(SECOND_OF_TWO);
            }
            if (random.nextInt(200) == 0) {
                more.append(' ').append(PHRASE);
            }
            if (random.nextInt(50) == 0) {
                more.append(' ').append(ACCENTED);
            }
            if (id % (tickets / 20) == 7) {
                more.append(' ').append(RARE);
            }
            return more.toString();
        }

        private void arrived(long number, Instant at) {
            mail(number, at, "filed");
            // One mail in fifty belongs to no ticket.
            if (id % 25 == 0 && number % SAID == 1 && id <= tickets) {
                var other = SAID * (long) tickets + LONG + id;
                mail(other, at, "unfiled");
                rows.add(
                        "tickets.unfiled (incoming_id, reason, automatic, from_address, subject, received_at)",
                        other,
                        "automatic",
                        "autoReply",
                        address(contact),
                        "Automatic reply: " + subject,
                        at);
            }
        }

        private void mail(long number, Instant at, String state) {
            rows.add(
                    "channels.incoming (id, once_key, door, envelope_from, envelope_to, message_id, sender, sha256,"
                            + " size, received_at, state)",
                    number,
                    "i" + number,
                    "smtp",
                    address(contact),
                    "{support@desk.example}",
                    "<m" + number + "@cliente.example>",
                    address(contact),
                    "%064x".formatted(number),
                    9_000,
                    at,
                    state);
        }

        private void left(long number, Instant at, String text) {
            var address = address(contact);
            rows.add(
                    "channels.outgoing (id, once_key, message_id, from_name, from_address, subject, text, recipients,"
                            + " language, subject_kind, subject_id, created_at, send_after)",
                    number,
                    "o" + number,
                    "<m" + number + "@desk.example>",
                    "Support",
                    "support@desk.example",
                    "Re: " + subject,
                    text,
                    "{\"to\":[{\"name\":null,\"address\":\"" + address + "\"}],\"cc\":[]}",
                    "it",
                    "ticket",
                    id,
                    at,
                    at);
            // A handful is put off; so far into the future that none is tried while we measure.
            var later = id > tickets - 40 && random.nextInt(4) == 0;
            rows.add(
                    "channels.delivery (id, outgoing_id, address, lane, send_after, state, attempts, next_try_at, at)",
                    number,
                    number,
                    address,
                    "ticket:" + id + ":" + address,
                    at,
                    later ? "deferred" : random.nextInt(70) == 0 ? "bounced" : "sent",
                    1,
                    later ? now.plus(Duration.ofDays(2)) : at,
                    at);
        }

        private void entry(String kind, String actor, @Nullable Integer who, int minutes) {
            rows.add(
                    "timeline.entry (at, kind, actor_kind, actor_id, actor_name, subject_kind, subject_id, customer_id,"
                            + " data)",
                    opened.plus(Duration.ofMinutes(minutes)),
                    "tickets." + kind,
                    actor,
                    who,
                    actor.equals("technician") ? "Technician " + who : "Pronto",
                    "ticket",
                    id,
                    customer,
                    kind.equals("opened")
                            ? "{\"channel\":\"email\",\"reporter\":\"Persona\",\"how\":\"address\",\"trust\":\"unverified\"}"
                            : "{}");
        }
    }
}

package pronto.channels.email.imap;

import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pronto.channels.email.ArrivingMail;
import pronto.channels.email.Intake;
import pronto.files.Files;
import pronto.runtime.Settings;

/** Takes what is new in a folder: kept here first, with its place, and only then flagged, moved or deleted there. */
final class Fetch {

    private static final Logger log = LoggerFactory.getLogger(Fetch.class);
    private static final int PORTION = 200;
    private static final int TOGETHER = 50;
    private static final int TRIES = 5;
    private static final long UNKNOWN = -1;
    private static final long SMALL = 256 * 1024L;
    private static final long IN_MEMORY = 4 * 1024 * 1024L;
    /** What lay there before is searched by day, in a zone we do not know. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private final Held mailbox;
    private final Intake intake;
    private final Files files;
    private final Settings.Mailbox.Start start;
    private final Settle settle;
    private final long limit;
    private long stuckAt;
    private int tries;

    Fetch(Held mailbox, Intake intake, Files files, Settings.Mailbox settings, long limit) {
        this.mailbox = mailbox;
        this.intake = intake;
        this.files = files;
        this.start = settings.start();
        this.settle = new Settle(mailbox, Afterwards.of(settings.after()));
        this.limit = limit;
    }

    /** All that is there, in portions; what was kept before and not settled comes first. */
    void everything(Connection connection) throws MessagingException, IOException {
        var place = place(connection);
        settle.everything(connection, place.validity());
        var numbers = new Numbers(connection.folder());
        for (var there = there(numbers, place); !there.isEmpty(); there = there(numbers, place)) {
            for (int from = 0; from < there.size(); from += PORTION) {
                var portion = there.subList(from, Math.min(there.size(), from + PORTION));
                take(connection, numbers, place, portion);
                settle.everything(connection, place.validity());
            }
            place = mailbox.place();
        }
    }

    private Place place(Connection connection) throws MessagingException {
        var place = mailbox.place();
        long validity = connection.folder().getUIDValidity();
        if (place.validity() == validity) {
            return place;
        }
        long last = connection.folder().getUIDNext() - 1;
        if (place.validity() > 0) {
            log.warn("{} has given its mails new numbers; what is here already is not taken again", mailbox.name());
            return mailbox.beginAgain(validity, last, MARGIN);
        }
        return switch (start) {
            case NEW -> mailbox.begin(validity, last, last);
            case UNREAD -> mailbox.begin(validity, 0, last);
            case ALL -> mailbox.begin(validity, 0, 0);
        };
    }

    private static List<Long> there(Numbers numbers, Place place) throws MessagingException {
        if (place.lastUid() < place.oldUntil()) {
            var old = numbers.search("UID " + (place.lastUid() + 1) + ":" + place.oldUntil() + " " + place.ofTheOld());
            if (!old.isEmpty()) {
                return old;
            }
        }
        long after = Math.max(place.lastUid(), place.oldUntil());
        // A server that has none so new answers with its last one.
        return numbers.search("UID " + (after + 1) + ":*").stream()
                .filter(uid -> uid > after)
                .toList();
    }

    private void take(Connection connection, Numbers numbers, Place place, List<Long> portion)
            throws MessagingException, IOException {
        var small = new ArrayList<Long>();
        long inMemory = 0;
        for (var mail : sizes(numbers, portion).entrySet()) {
            long size = mail.getValue();
            boolean alone = size > SMALL || size == UNKNOWN;
            if (!small.isEmpty() && (alone || inMemory + size > IN_MEMORY)) {
                takeSmall(connection, numbers, place, small);
                small.clear();
                inMemory = 0;
            }
            if (alone) {
                takeOne(connection, numbers, place, mail.getKey(), size);
            } else {
                small.add(mail.getKey());
                inMemory += size;
            }
        }
        if (!small.isEmpty()) {
            takeSmall(connection, numbers, place, small);
        }
        mailbox.past(place.validity(), portion.getLast());
    }

    /** Whatever is not spoken of is gone, but for what the server lists still: that would be lost if we went past it. */
    private static Map<Long, Long> sizes(Numbers numbers, List<Long> portion) throws MessagingException {
        var told = numbers.sizes(portion);
        if (told.size() == portion.size()) {
            return told;
        }
        var untold = numbers.stillThere(
                portion.stream().filter(uid -> !told.containsKey(uid)).toList());
        var sizes = new LinkedHashMap<Long, Long>();
        for (var uid : portion) {
            var size = told.get(uid);
            if (size != null || untold.contains(uid)) {
                sizes.put(uid, size == null ? UNKNOWN : size);
            }
        }
        return sizes;
    }

    private void takeSmall(Connection connection, Numbers numbers, Place place, List<Long> uids)
            throws MessagingException, IOException {
        var bodies = Map.<Long, BODY>of();
        try {
            bodies = numbers.bodies(uids);
        } catch (MessagingException e) {
            if (!connection.isAlive()) {
                throw e;
            }
            // One of them spoils the answer for all: each for itself.
            log.info("{}: {} mails are fetched one by one: {}", mailbox.name(), uids.size(), e.getMessage());
        }
        var together = new ArrayList<Map.Entry<Long, BODY>>();
        for (var uid : uids) {
            var body = bodies.get(uid);
            if (body != null) {
                together.add(Map.entry(uid, body));
            }
            if (body == null || together.size() == TOGETHER) {
                keep(place, together);
                together.clear();
            }
            if (body == null) {
                takeOne(connection, numbers, place, uid, 0);
            }
        }
        keep(place, together);
    }

    private void keep(Place place, List<Map.Entry<Long, BODY>> bodies) throws IOException {
        var mails = new ArrayList<ArrivingMail>();
        try {
            for (var body : bodies) {
                var bytes = body.getValue().getByteArray();
                var mail = new ArrivingMail(files);
                mails.add(mail);
                mail.write(bytes.getBytes(), bytes.getStart(), bytes.getCount());
            }
            keep(place, bodies.stream().map(Map.Entry::getKey).toList(), mails);
        } finally {
            mails.forEach(ArrivingMail::close);
        }
    }

    private void keep(Place place, List<Long> uids, List<ArrivingMail> mails) throws IOException {
        if (!mails.isEmpty()) {
            intake.take(
                    new Intake.Arrival("imap", mailbox.name(), null, null, List.of()),
                    mails,
                    () -> mailbox.taken(place.validity(), uids));
        }
    }

    private void takeOne(Connection connection, Numbers numbers, Place place, long uid, long told)
            throws MessagingException, IOException {
        IMAPMessage mail = null;
        try {
            mail = (IMAPMessage) connection.folder().getMessageByUID(uid);
            if (mail == null) {
                if (numbers.stillThere(List.of(uid)).contains(uid)) {
                    throw new MessagingException("mail " + uid + " is listed, and nothing is told of it");
                }
                return;
            }
            long size = told == UNKNOWN ? mail.getSizeLong() : told;
            if (size > limit) {
                leave(place, uid, mail, size, "too-large");
            } else {
                takeLarge(mail, place, uid);
            }
        } catch (MessageRemovedException e) {
            log.debug("{}: {} is gone", mailbox.name(), uid);
        } catch (MessagingException e) {
            refused(connection, place, uid, mail, Math.max(0, told), e);
        }
    }

    private void takeLarge(IMAPMessage mail, Place place, long uid) throws MessagingException, IOException {
        try (var arriving = new ArrivingMail(files)) {
            mail.setPeek(true);
            Streams.copy(mail, arriving);
            keep(place, List.of(uid), List.of(arriving));
        }
    }

    /** A server that lives and will not give out one mail must not hold back those behind it. */
    private void refused(
            Connection connection,
            Place place,
            long uid,
            @Nullable IMAPMessage mail,
            long size,
            MessagingException failure)
            throws MessagingException {
        tries = stuckAt == uid ? tries + 1 : 1;
        stuckAt = uid;
        if (tries < TRIES || !connection.isAlive()) {
            throw failure;
        }
        log.warn("{}: mail {} is not given out: {}", mailbox.name(), uid, Objects.toString(failure.getMessage()));
        leave(place, uid, mail, size, "not-given");
    }

    private void leave(Place place, long uid, @Nullable IMAPMessage mail, long size, String why) {
        mailbox.left(
                place.validity(),
                uid,
                mail == null ? new LeftMail(why, size, null, null) : LeftMail.of(mail, why, size));
    }
}

package pronto.channels.email.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pronto.channels.email.ArrivingMail;
import pronto.channels.email.Intake;
import pronto.channels.email.imap.Places.Place;
import pronto.files.Files;

/** Takes what is new in a folder: kept here first, with its place, and only then flagged, moved or deleted there. */
final class Fetch {

    private static final Logger log = LoggerFactory.getLogger(Fetch.class);
    private static final int AT_ONCE = 100;
    private static final int TRIES = 5;

    private final String mailbox;
    private final UUID me;
    private final Places places;
    private final Intake intake;
    private final Files files;
    private final Afterwards afterwards;
    private final long limit;
    private long stuckAt;
    private int tries;

    Fetch(String mailbox, UUID me, Places places, Intake intake, Files files, Afterwards afterwards, long limit) {
        this.mailbox = mailbox;
        this.me = me;
        this.places = places;
        this.intake = intake;
        this.files = files;
        this.afterwards = afterwards;
        this.limit = limit;
    }

    /** All that is there, in portions; what was kept before and not settled comes first. */
    void everything(Connection connection) throws MessagingException, IOException {
        var place = place(connection);
        settle(connection, place);
        for (var found = found(connection, place); !found.isEmpty(); found = found(connection, place)) {
            for (var mail : found) {
                take(connection, place, mail);
            }
            place = places.place(mailbox);
            settle(connection, place);
        }
    }

    private Place place(Connection connection) throws MessagingException {
        var place = places.place(mailbox);
        long validity = connection.folder().getUIDValidity();
        if (place.validity() != null && place.validity() == validity) {
            return place;
        }
        if (place.validity() != null) {
            log.warn("{} has given its mails new numbers; unread ones are taken, none twice", mailbox);
        }
        return places.begin(mailbox, me, validity, connection.folder().getUIDNext() - 1);
    }

    private List<Message> found(Connection connection, Place place) throws MessagingException {
        var folder = connection.folder();
        var found = new ArrayList<Message>();
        if (place.lastUid() < place.oldUntil()) {
            var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            prefetch(connection, unread);
            for (var mail : unread) {
                long uid = folder.getUID(mail);
                if (uid > place.lastUid() && uid <= place.oldUntil()) {
                    found.add(mail);
                }
            }
            sort(found);
        }
        if (found.isEmpty()) {
            long after = Math.max(place.lastUid(), place.oldUntil());
            for (var mail : folder.getMessagesByUID(after + 1, UIDFolder.LASTUID)) {
                // A server that has none so new answers with its last one.
                if (mail != null && folder.getUID(mail) > after) {
                    found.add(mail);
                }
            }
            sort(found);
        }
        return found.subList(0, Math.min(found.size(), AT_ONCE));
    }

    private static void sort(List<Message> mails) {
        mails.sort(Comparator.comparingInt(Message::getMessageNumber));
    }

    private static void prefetch(Connection connection, Message[] mails) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        connection.folder().fetch(mails, profile);
    }

    private void take(Connection connection, Place place, Message mail) throws MessagingException, IOException {
        long validity = place.validity() == null ? 0 : place.validity();
        long uid = connection.folder().getUID(mail);
        try {
            if (mail.getSize() > limit) {
                pass(validity, uid, "it is larger than pronto.mail.size");
            } else {
                keep((IMAPMessage) mail, validity, uid);
            }
        } catch (MessageRemovedException e) {
            pass(validity, uid, "it is gone");
        } catch (MessagingException e) {
            refused(connection, validity, uid, e);
        }
    }

    private void keep(IMAPMessage mail, long validity, long uid) throws MessagingException, IOException {
        try (var arriving = new ArrivingMail(files)) {
            mail.setPeek(true);
            copy(mail, arriving);
            intake.take(
                    new Intake.Arrival("imap", mailbox, null, null, List.of()),
                    arriving,
                    incoming -> places.taken(mailbox, me, validity, uid));
        }
    }

    /** What fails on their side is told from what fails on ours: only the first may be given up on. */
    private static void copy(IMAPMessage mail, OutputStream to) throws MessagingException, IOException {
        try (var bytes = mail.getMimeStream()) {
            var portion = new byte[64 * 1024];
            for (int read = read(bytes, portion); read >= 0; read = read(bytes, portion)) {
                to.write(portion, 0, read);
            }
        }
    }

    private static int read(InputStream bytes, byte[] portion) throws MessagingException {
        try {
            return bytes.read(portion);
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be fetched", e);
        }
    }

    /** A server that lives and will not give out one mail must not hold back those behind it. */
    private void refused(Connection connection, long validity, long uid, MessagingException failure)
            throws MessagingException {
        tries = stuckAt == uid ? tries + 1 : 1;
        stuckAt = uid;
        if (tries < TRIES || !connection.store().isConnected()) {
            throw failure;
        }
        pass(validity, uid, failure.getMessage());
    }

    private void pass(long validity, long uid, @Nullable String why) {
        log.warn("{}: mail {} stays where it is: {}", mailbox, uid, why);
        places.advance(mailbox, me, validity, uid);
    }

    private void settle(Connection connection, Place place) throws MessagingException {
        if (place.validity() == null) {
            return;
        }
        for (var uids = places.unsettled(mailbox, place.validity());
                !uids.isEmpty();
                uids = places.unsettled(mailbox, place.validity())) {
            var there = Arrays.stream(connection
                            .folder()
                            .getMessagesByUID(
                                    uids.stream().mapToLong(uid -> uid).toArray()))
                    .filter(mail -> mail != null && !mail.isExpunged())
                    .toArray(Message[]::new);
            if (there.length > 0) {
                afterwards.settle(connection.store(), connection.folder(), there);
            }
            places.settled(mailbox, place.validity(), uids);
        }
    }
}

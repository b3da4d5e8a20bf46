package pronto.channels.email.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;

/**
 * Asks for mails by their lasting numbers, many in one command: objects for each of a hundred thousand mails, and a round
 * trip for each, would be too much.
 */
record Numbers(IMAPFolder folder) {

    /** By number, rising. {@code criteria} as in RFC 9051 section 6.4.4. */
    List<Long> search(String criteria) throws MessagingException {
        var found = new ArrayList<Long>();
        for (var answer : ask("UID SEARCH " + criteria)) {
            if (answer instanceof IMAPResponse line && line.keyEquals("SEARCH")) {
                for (long uid = line.readLong(); uid > 0; uid = line.readLong()) {
                    found.add(uid);
                }
            }
        }
        found.sort(null);
        return found;
    }

    /** Those that are still there, in the order they were asked for. */
    Map<Long, Long> sizes(List<Long> uids) throws MessagingException {
        var sizes = new LinkedHashMap<Long, Long>();
        for (var uid : uids) {
            sizes.put(uid, -1L);
        }
        for (var answer : ask("UID FETCH " + set(uids) + " (UID RFC822.SIZE)")) {
            if (answer instanceof FetchResponse mail) {
                var uid = mail.getItem(UID.class);
                var size = mail.getItem(RFC822SIZE.class);
                if (uid != null && size != null) {
                    sizes.replace(uid.uid, size.size);
                }
            }
        }
        sizes.values().removeIf(size -> size < 0);
        return sizes;
    }

    /** Those of them that the server lists. */
    Set<Long> stillThere(List<Long> uids) throws MessagingException {
        return Set.copyOf(search("UID " + set(uids)));
    }

    /** Whole mails in memory, without marking them as read. */
    Map<Long, BODY> bodies(List<Long> uids) throws MessagingException {
        var bodies = new LinkedHashMap<Long, BODY>();
        for (var answer : ask("UID FETCH " + set(uids) + " (UID BODY.PEEK[])")) {
            if (answer instanceof FetchResponse mail) {
                var uid = mail.getItem(UID.class);
                var body = mail.getItem(BODY.class);
                if (uid != null && body != null && body.getByteArray() != null) {
                    bodies.put(uid.uid, body);
                }
            }
        }
        return bodies;
    }

    private static String set(List<Long> uids) {
        return UIDSet.toString(
                UIDSet.createUIDSets(uids.stream().mapToLong(uid -> uid).toArray()));
    }

    private List<Response> ask(String command) throws MessagingException {
        var answers = (Response[]) folder.doCommand(protocol -> {
            var all = protocol.command(command, null);
            protocol.notifyResponseHandlers(all);
            protocol.handleResult(all[all.length - 1]);
            return all;
        });
        return Arrays.asList(answers);
    }
}

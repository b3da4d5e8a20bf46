package pronto.channels.outbox;

import java.io.IOException;

/** The bytes of an attachment cannot be read: our fault, not the relay's. */
final class AttachmentLost extends IOException {

    AttachmentLost(String name, IOException cause) {
        super("attachment " + name + " cannot be read: " + cause.getMessage(), cause);
    }
}

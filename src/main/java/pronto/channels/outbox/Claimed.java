package pronto.channels.outbox;

import java.time.Instant;
import pronto.channels.Delivery;

/** A delivery that is ours to try until the lease ends; {@code fence} shows whether it still is. */
record Claimed(long id, long outgoing, long fence, int tries, Instant sendAfter, Delivery.State before, Letter letter) {

    boolean international() {
        var address = letter.recipient() + letter.from().address();
        return !address.chars().allMatch(letter -> letter < 0x80)
                || letter.to().stream().anyMatch(Claimed::beyondAscii)
                || letter.cc().stream().anyMatch(Claimed::beyondAscii);
    }

    private static boolean beyondAscii(pronto.channels.Mailbox mailbox) {
        return !mailbox.address().chars().allMatch(letter -> letter < 0x80);
    }
}

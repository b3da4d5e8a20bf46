package pronto.channels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What mail that no person wrote has to tell; its kind follows from it. */
public sealed interface Notice {

    Automatic kind();

    /**
     * What became of a mail of ours. {@code about} is that mail's Message-ID and {@code replyTokens} the signed reply
     * addresses that the report repeats, still to be checked.
     */
    record Bounce(Outcome outcome, @Nullable String about, List<String> replyTokens, List<Recipient> recipients)
            implements Notice {

        @Override
        public Automatic kind() {
            return Automatic.BOUNCE;
        }
    }

    /** A delay is no failure: the other server goes on trying. */
    enum Outcome {
        FAILED,
        DELAYED,
        DELIVERED
    }

    /**
     * One of those it was for. {@code status} is the enhanced status code ({@code 5.1.1}) or empty; {@code permanent} says that
     * trying again as it is would be in vain.
     */
    record Recipient(String address, Outcome outcome, String status, boolean permanent, String diagnostic) {}

    /** Somebody's server was told that they take a mail of ours for a nuisance. */
    record Complaint(@Nullable String about) implements Notice {
        @Override
        public Automatic kind() {
            return Automatic.FEEDBACK_REPORT;
        }
    }

    /** An answer that a program gave: somebody is away, or a desk like ours has received something. */
    record AutoReply(Why why) implements Notice {
        @Override
        public Automatic kind() {
            return Automatic.AUTO_REPLY;
        }
    }

    /** What a program answers about. */
    enum Why {
        ABSENT,
        READ,
        CALENDAR,
        GENERATED
    }

    /** Sent to many at once. */
    record ToMany() implements Notice {
        @Override
        public Automatic kind() {
            return Automatic.LIST;
        }
    }

    /** A mail we wrote ourselves, on its way back to us. */
    record OurOwn() implements Notice {
        @Override
        public Automatic kind() {
            return Automatic.AUTO_REPLY;
        }
    }

    /** It came from the null sender, who wants no answer, and tells nothing we understand. */
    record FromNobody() implements Notice {
        @Override
        public Automatic kind() {
            return Automatic.BOUNCE;
        }
    }
}

package pronto.tickets;

import pronto.channels.Trust;

/**
 * What a sender may, by what is known of them: the one place that decides it. A name in From gives no right; whoever is
 * not proven joins nothing without a proof of their own, lets nobody in, and gets none of their words sent anywhere.
 */
public final class SenderRights {

    /** How a mail shows which ticket it is about. */
    public enum Proof {
        /** Its reply address, signed for this very ticket and sender. */
        TOKEN,
        /** A message of the ticket that it answers: somebody else may have copied its name. */
        ANSWER,
        NONE
    }

    private SenderRights() {}

    /** Whether a mail joins the ticket that it is about. */
    public static boolean joins(Proof proof, boolean takesPart, Trust trust) {
        return takesPart
                && switch (proof) {
                    case TOKEN -> true;
                    case ANSWER -> trust != Trust.FAILED;
                    case NONE -> false;
                };
    }

    /** Whether people in copy take part without being asked for: colleagues of a customer who is proven. */
    public static boolean bringsColleagues(boolean domainIsTheCustomers, Trust trust) {
        return domainIsTheCustomers && trust == Trust.VERIFIED;
    }

    /** Whether a mail that we write by ourselves may repeat what they wrote. */
    public static boolean isQuoted(Trust trust) {
        return trust == Trust.VERIFIED;
    }

    /** Whether a technician's mail is our answer to the customer: one doubt, and it is a mail like any other. */
    public static boolean answersForUs(boolean allowed, boolean ownToken, Trust trust) {
        return allowed && ownToken && trust == Trust.VERIFIED;
    }
}

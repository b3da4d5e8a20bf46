package pronto.channels;

/** How far a sender is to be believed: DMARC-aligned pass or a signed-in person; DMARC fail; everything else. */
public enum Trust {
    VERIFIED,
    UNVERIFIED,
    FAILED
}

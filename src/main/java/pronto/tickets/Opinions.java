package pronto.tickets;

import java.util.Optional;

/** What customers say of how their tickets were resolved; each is asked once, by the mail that tells of it. */
public interface Opinions {

    /** Nothing where nobody was asked. */
    Optional<Opinion> of(long ticket);

    /** What this link is for; refused where it ended, or never was. */
    Opinion look(String token);

    /** What they say; until the link ends they may say something else. */
    Opinion say(String token, Satisfaction answer, String comment);
}

package pronto.tickets;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pronto.staff.Team;
import pronto.timeline.Actor;

/** The front door to the tiers: handing a ticket up, giving it back, and seeing what bounces. */
public interface Escalations {

    /** From so many times on a ticket that comes back to a team that had it before is shown to who leads. */
    int BOUNCES = 3;

    /** To a team of this tier or above, or to specialists; for a skill, only to a team that has it. */
    Ticket escalate(long ticket, long team, Escalation.HandOver handOver, Actor by);

    /** Back to the team that handed it to this one, and to the person who did, if they are there. */
    Ticket giveBack(long ticket, String why, Actor by);

    /** Takes the last one back while nobody has acted on it. */
    Ticket undo(long ticket, Actor by);

    /** Those of a ticket that were not undone, the newest first. */
    List<Escalation> of(long ticket, int limit);

    /** By which the ticket lies with the team it lies with. */
    Optional<Escalation> latest(Ticket ticket);

    /** By which the team that has it got it: where it would go back. */
    Optional<Escalation> cameBy(Ticket ticket);

    /** Where it may go, the likeliest first: who has the skill, the nearest tier above, specialists, its language. */
    List<Team> suggested(Ticket ticket, @Nullable String skill);

    /** All skills that a team or one of its people has. */
    List<String> skills();

    /** A ticket that came back too often, and each time that it did, the newest first. */
    record Bounced(Ticket ticket, int times, List<Escalation> bounces) {}

    List<Bounced> bounced(int limit);

    /** How many there are, counted up to {@code most}. */
    int howManyBounced(int most);
}

package pronto.staff;

/** What happens to our people that others must know of. */
public sealed interface StaffEvent {

    long technician();

    /** Works here no more. */
    record Left(long technician) implements StaffEvent {}

    /** Away for a while: what they hold is offered to their teams. */
    record WentAway(long technician) implements StaffEvent {}

    record CameBack(long technician) implements StaffEvent {}

    /** Joined or left teams. */
    record MovedTeam(long technician) implements StaffEvent {}
}

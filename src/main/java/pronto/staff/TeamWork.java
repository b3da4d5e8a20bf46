package pronto.staff;

import pronto.timeline.Actor;

/** A module above tells what a team still has to do, so that no team is removed with work in its hands. */
public interface TeamWork {

    /** How much there is. */
    int open(long team);

    /** Gives all of it to another team, within the transaction of the removal. */
    void give(long team, long to, Actor by);
}

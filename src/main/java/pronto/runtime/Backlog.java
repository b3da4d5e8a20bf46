package pronto.runtime;

/** How far the listeners of events are behind; whoever takes in a lot asks before it takes more. */
public interface Backlog {

    /** Returns when there is room. Call it outside any transaction, so that those who wait hold no connection. */
    void awaitRoom();
}

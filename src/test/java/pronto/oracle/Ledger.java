package pronto.oracle;

import java.util.List;

/** The slow and simple way to keep a clock: goes through the minutes one by one and counts those that count. */
public final class Ledger {

    public enum Does {
        START,
        PROMISE,
        PAUSE,
        RESUME,
        STOP
    }

    /** At this minute; a start and a promise say how many minutes, and by whose hours. */
    public record Entry(int at, Does does, int minutes, int hours) {}

    /** When it was used up (or -1), whether it ran on after that, and how much was used at the end. */
    public record Outcome(int due, boolean broken, int used) {}

    private Ledger() {}

    public static Outcome walk(List<Minutes> hours, List<Entry> entries, int now) {
        var target = 0;
        for (var entry : entries) {
            if (entry.does() == Does.START || entry.does() == Does.PROMISE) {
                target = entry.minutes();
            }
        }
        var running = false;
        var stopped = false;
        var of = 0;
        var used = 0;
        var usedNow = 0;
        var due = -1;
        var broken = false;
        var next = 0;
        for (int i = entries.getFirst().at(); i < hours.getFirst().ticks(); i++) {
            while (next < entries.size() && entries.get(next).at() <= i) {
                var entry = entries.get(next++);
                switch (entry.does()) {
                    case START -> {
                        running = true;
                        stopped = false;
                        of = entry.hours();
                    }
                    case PROMISE -> of = entry.hours();
                    case PAUSE -> running = false;
                    case RESUME -> running = !stopped;
                    case STOP -> {
                        running = false;
                        stopped = true;
                    }
                }
            }
            if (running && due >= 0 && i < now) {
                broken = true;
            }
            if (running && hours.get(of).open(i)) {
                used++;
                usedNow += i < now ? 1 : 0;
                if (used == target && due < 0) {
                    due = i + 1;
                }
            }
        }
        return new Outcome(due, broken, usedNow);
    }
}

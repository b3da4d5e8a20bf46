package pronto.journeys;

import java.util.function.Consumer;

/** Something to look at: a route of the program, an address of it, and what to do there before looking. */
record Sight(String route, String path, Consumer<Console> first, boolean often, boolean signedIn) {

    static Sight of(String route, String path) {
        return new Sight(route, path, console -> {}, false, true);
    }

    static Sight of(String route) {
        return of(route, route);
    }

    Sight after(Consumer<Console> deed) {
        return new Sight(route, path, deed, often, signedIn);
    }

    /** In each language, theme and width, because people spend their day there. */
    Sight inEveryLook() {
        return new Sight(route, path, first, true, signedIn);
    }

    Sight unknown() {
        return new Sight(route, path, first, often, false);
    }
}

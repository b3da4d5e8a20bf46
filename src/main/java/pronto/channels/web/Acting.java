package pronto.channels.web;

import java.util.Objects;
import pronto.timeline.Actor;
import pronto.ui.Reader;

/** The person before the screen, as the timeline names them. */
final class Acting {

    private Acting() {}

    static Actor as(Reader reader) {
        return Actor.technician(Objects.requireNonNull(reader.id()), reader.name());
    }
}

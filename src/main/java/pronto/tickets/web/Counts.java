package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.work.Lanes;
import pronto.ui.Reader;

/** How many tickets wait where; asked once for each request, however many places show them. */
@Component
class Counts {

    private static final String KEPT = Counts.class.getName();

    /** The numbers as they are shown: none for zero, "99+" from a hundred on. */
    record Shown(Lanes.Counts counts) {

        @Nullable String shown(Lane lane) {
            return switch (lane) {
                case ALL -> shown(counts.everybody());
                case MINE -> shown(counts.mine());
                case FREE -> shown(counts.free());
                case UNKNOWN -> shown(counts.unknown());
                case SPAM -> shown(counts.spam());
            };
        }

        @Nullable String mentions() {
            return shown(counts.mentions());
        }

        @Nullable String unfiled() {
            return shown(counts.unfiled());
        }

        private static @Nullable String shown(int count) {
            return count == 0 ? null : count >= Lanes.MOST ? "99+" : Integer.toString(count);
        }
    }

    private final Lanes lanes;
    private final Staff staff;

    Counts(Lanes lanes, Staff staff) {
        this.lanes = lanes;
        this.staff = staff;
    }

    Shown of(Technician me) {
        var request = RequestContextHolder.currentRequestAttributes();
        if (request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Shown known) {
            return known;
        }
        var teams = staff.teamsOf(me);
        var counted = new Shown(lanes.counts(me.id(), teams));
        request.setAttribute(KEPT, counted, RequestAttributes.SCOPE_REQUEST);
        return counted;
    }

    @Nullable Shown of(Reader reader) {
        return reader.id() == null
                ? null
                : staff.technician(reader.id()).map(this::of).orElse(null);
    }
}

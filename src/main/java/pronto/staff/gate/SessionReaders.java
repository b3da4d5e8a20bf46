package pronto.staff.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.staff.Technician;
import pronto.staff.signin.Session;
import pronto.ui.Reader;
import pronto.ui.Readers;

/** Tells the screens who reads them and how they like it. */
@Component
class SessionReaders implements Readers {

    @Override
    public Reader of(HttpServletRequest request) {
        var asker = SignedIn.of(request);
        var person = asker.map(signedIn -> signedIn.me().technician());
        if (person.isEmpty()) {
            return Reader.guest(request.getLocale(), "");
        }
        return reader(
                person.get(), asker.map(SignedIn::session).map(Session::csrf).orElse(""));
    }

    private static Reader reader(Technician person, String csrf) {
        return new Reader(
                person.id(),
                person.name(),
                person.role().text(),
                person.language(),
                zone(person.timeZone()),
                person.theme(),
                person.singleKeys(),
                csrf);
    }

    /** Where nobody chose one, that of the machine is the best guess: the office has one. */
    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}

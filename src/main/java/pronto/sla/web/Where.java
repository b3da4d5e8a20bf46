package pronto.sla.web;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;
import pronto.ui.Reader;

/** Where the screens are, and who may change what they show. */
final class Where {

    static final String PLANS = "/settings/plans";
    static final String CALENDARS = "/settings/calendars";

    private Where() {}

    static String plan(String name) {
        return PLANS + "/" + UriUtils.encode(name, StandardCharsets.UTF_8);
    }

    static String calendar(String name) {
        return CALENDARS + "/" + UriUtils.encode(name, StandardCharsets.UTF_8);
    }

    static boolean mayChange(Reader reader) {
        return "administrator".equals(reader.role());
    }
}

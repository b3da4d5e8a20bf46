package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Says at the foot of the screen what was done; {@code back} is the request that undoes it. */
final class Said {

    private Said() {}

    static void say(HttpServletResponse response, String sentence, @Nullable String back) {
        response.setHeader("Pronto-Said", QueueViews.encoded(sentence).replace("+", "%20"));
        if (back != null) {
            response.setHeader("Pronto-Back", back);
        }
    }
}

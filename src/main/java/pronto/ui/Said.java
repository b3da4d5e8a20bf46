package pronto.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Says at the foot of the screen what was done; {@code back} is the request that undoes it. */
public final class Said {

    private Said() {}

    public static void say(HttpServletResponse response, String sentence, @Nullable String back) {
        response.setHeader(
                "Pronto-Said",
                URLEncoder.encode(sentence, StandardCharsets.UTF_8).replace("+", "%20"));
        if (back != null) {
            response.setHeader("Pronto-Back", back);
        }
    }
}

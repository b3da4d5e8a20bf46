package pronto.staff.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import pronto.runtime.Settings;

/** Believes what a proxy says about the asker, and nobody else who says the same. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BehindProxies extends OncePerRequestFilter {

    private final Proxies proxies;

    BehindProxies(Settings settings) {
        this.proxies = new Proxies(settings.proxies());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                proxies.know(request.getRemoteAddr()) ? new Forwarded(request, proxies) : new Direct(request),
                response);
    }

    /** A request without any word of others about it. */
    private static class Direct extends HttpServletRequestWrapper {

        Direct(HttpServletRequest request) {
            super(request);
        }

        private static boolean isWordOfOthers(String name) {
            var lower = name.toLowerCase(Locale.ROOT);
            return lower.startsWith("x-forwarded-") || lower.equals("forwarded") || lower.equals("x-real-ip");
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isWordOfOthers(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isWordOfOthers(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isWordOfOthers(name))
                    .toList());
        }
    }

    /** A request as the proxy says that it came: from whom, and whether by HTTPS. */
    private static final class Forwarded extends Direct {

        private final String asker;
        private final boolean https;

        Forwarded(HttpServletRequest request, Proxies proxies) {
            super(request);
            this.asker = proxies.asker(request.getRemoteAddr(), all(request, "X-Forwarded-For"));
            var scheme = all(request, "X-Forwarded-Proto");
            this.https =
                    request.isSecure() || !scheme.isEmpty() && scheme.getLast().equalsIgnoreCase("https");
        }

        private static List<String> all(HttpServletRequest request, String name) {
            return Collections.list(request.getHeaders(name)).stream()
                    .flatMap(value -> Arrays.stream(value.split(",", -1)))
                    .map(String::strip)
                    .toList();
        }

        @Override
        public String getRemoteAddr() {
            return asker;
        }

        @Override
        public String getRemoteHost() {
            return asker;
        }

        @Override
        public boolean isSecure() {
            return https;
        }

        @Override
        public String getScheme() {
            return https ? "https" : "http";
        }
    }
}

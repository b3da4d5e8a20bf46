package pronto.ui.live;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The one stream of a tab: server-sent events with the names of what changed, first of all since the place in the feed
 * at which the page was drawn or the last stream began.
 */
@RestController
class LiveStream {

    private final Live live;

    LiveStream(Live live) {
        this.live = live;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open(
            @RequestParam Set<String> topics,
            @RequestParam(defaultValue = "") String after,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Said for proxies that would gather what must arrive at once.
        response.setHeader("X-Accel-Buffering", "no");
        return live.open(topics, after).emitter();
    }
}

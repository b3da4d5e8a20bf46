package pronto.ui;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers a request with a view: in the reader's language, as a page or as the part that was asked for. */
@Component
public class Screens {

    private final ViewRenderer renderer;
    private final Texts texts;
    private final Assets assets;
    private final ObjectProvider<Readers> readers;
    private final ObjectProvider<NavItem> items;
    private final ObjectProvider<KeyList> keys;

    Screens(
            ViewRenderer renderer,
            Texts texts,
            Assets assets,
            ObjectProvider<Readers> readers,
            ObjectProvider<NavItem> items,
            ObjectProvider<KeyList> keys) {
        this.renderer = renderer;
        this.texts = texts;
        this.assets = assets;
        this.readers = readers;
        this.items = items;
        this.keys = keys;
    }

    public Reader reader(HttpServletRequest request) {
        var known = readers.getIfAvailable();
        return known == null ? Reader.guest(request.getLocale(), "") : known.of(request);
    }

    public Text text(HttpServletRequest request) {
        return texts.of(reader(request));
    }

    public void answer(View view, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader(HttpHeaders.VARY, "HX-Request, Accept-Language");
        if (view instanceof Go go) {
            go(go, request, response);
            return;
        }
        var reader = reader(request);
        var output = new Utf8ByteOutput();
        renderer.render(view, texts.of(reader), Page.of(request, reader, list(), keys(), assets), output);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        output.writeTo(response.getOutputStream());
    }

    /** Nothing can be kept, or nobody recognised, just now. */
    public void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(RefusalScreens.away(text(request), request, response), request, response);
    }

    static boolean isPart(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static void go(Go go, HttpServletRequest request, HttpServletResponse response) {
        if (isPart(request)) {
            response.setHeader("HX-Redirect", go.path());
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, go.path());
        }
    }

    private List<NavItem> list() {
        return items.stream().toList();
    }

    private List<KeyList> keys() {
        return keys.stream().sorted(Comparator.comparingInt(KeyList::order)).toList();
    }
}

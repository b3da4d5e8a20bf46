package pronto.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What surrounds a screen: who reads it, where they are, where they may go, and where our files lie. */
public record Page(
        Reader reader,
        String path,
        @Nullable String query,
        List<NavItem> items,
        List<KeyList> keys,
        Assets assets,
        @Nullable Object drawnAt) {

    /** The request's mark of the place in the feed of changes that was known before anything was read for the page. */
    public static final String DRAWN_AT = "pronto.drawnAt";

    static Page of(HttpServletRequest request, Reader reader, List<NavItem> items, List<KeyList> keys, Assets assets) {
        var shown = items.stream()
                .filter(item -> item.shownTo(reader))
                .sorted(Comparator.comparingInt(NavItem::order))
                .toList();
        var here = placeOf(request);
        return new Page(
                reader, here.getPath(), here.getRawQuery(), shown, keys, assets, request.getAttribute(DRAWN_AT));
    }

    /** Where the reader is: for a part of a page, the page. */
    private static URI placeOf(HttpServletRequest request) {
        var page = request.getHeader("HX-Current-URL");
        try {
            return URI.create(page != null ? page : withQuery(request.getRequestURI(), request.getQueryString()));
        } catch (IllegalArgumentException unreadable) {
            return URI.create("/");
        }
    }

    private static String withQuery(String path, @Nullable String query) {
        return query == null ? path : path + "?" + query;
    }

    /** Where the stream of changes goes on from this page. */
    public String at() {
        return drawnAt == null ? "" : drawnAt.toString();
    }

    /** One entry of the navigation as it is drawn. */
    public record Link(
            String word,
            String path,
            String icon,
            @Nullable String keys,
            @Nullable String count,
            boolean current) {}

    public List<Link> main() {
        return links(NavItem.Group.MAIN);
    }

    public List<Link> views() {
        return links(NavItem.Group.VIEWS);
    }

    /** What changes the counts beside them. */
    public String topics() {
        return items.stream()
                .flatMap(item -> item.topics().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    public List<Link> settings() {
        return links(NavItem.Group.SETTINGS);
    }

    /** Where a file of ours lies, its version in the path. */
    public String asset(String file) {
        return assets.path(file);
    }

    /** Every icon, once, for the others to point at. */
    public String icons() {
        return assets.icons();
    }

    private List<Link> links(NavItem.Group group) {
        var elsewhere = items.stream().anyMatch(item -> item.path().contains("?") && item.isAt(path, query));
        return items.stream()
                .filter(item -> item.group() == group)
                .map(item -> new Link(
                        item.word(),
                        item.path(),
                        item.icon(),
                        item.keys(),
                        item.counter().count(reader),
                        item.isAt(path, query) && (item.path().contains("?") || !elsewhere)))
                .toList();
    }
}

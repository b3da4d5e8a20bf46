package pronto.ui;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place one can go to. Each module contributes its own as beans; {@code order} sorts them, {@code keys} goes there
 * ({@code g c}), {@code also} are other paths that belong to it, {@code roles} who
 * sees it (all where empty), and {@code topics} what changes its count.
 */
public record NavItem(
        Group group,
        int order,
        String word,
        String path,
        String icon,
        @Nullable String keys,
        List<String> also,
        Set<String> roles,
        Counter counter,
        Set<String> topics) {

    public enum Group {
        MAIN,
        VIEWS,
        SETTINGS
    }

    /** How much waits there, as it is shown ({@code 24}, {@code 99+}); null shows nothing. */
    public interface Counter {
        @Nullable String count(Reader reader);
    }

    public static NavItem main(int order, String word, String path, String icon) {
        return new NavItem(Group.MAIN, order, word, path, icon, null, List.of(), Set.of(), reader -> null, Set.of());
    }

    public static NavItem view(int order, String word, String path) {
        return new NavItem(Group.VIEWS, order, word, path, "list", null, List.of(), Set.of(), reader -> null, Set.of());
    }

    public static NavItem setting(int order, String word, String path, String icon) {
        return new NavItem(
                Group.SETTINGS, order, word, path, icon, null, List.of(), Set.of(), reader -> null, Set.of());
    }

    public NavItem keys(String keys) {
        return new NavItem(group, order, word, path, icon, keys, also, roles, counter, topics);
    }

    public NavItem also(String... paths) {
        return new NavItem(group, order, word, path, icon, keys, List.of(paths), roles, counter, topics);
    }

    public NavItem only(String... roles) {
        return new NavItem(group, order, word, path, icon, keys, also, Set.of(roles), counter, topics);
    }

    public NavItem counting(Counter counter, String... topics) {
        return new NavItem(group, order, word, path, icon, keys, also, roles, counter, Set.of(topics));
    }

    boolean shownTo(Reader reader) {
        var role = reader.role();
        return roles.isEmpty() || role != null && roles.contains(role);
    }

    /** Whether one is there: at this very address, with its query where the item names one, or below it. */
    boolean isAt(String path, @Nullable String query) {
        var named = this.path.indexOf('?');
        if (named >= 0) {
            return holds(query, this.path.substring(named + 1)) && isBelow(this.path.substring(0, named), path);
        }
        return isBelow(this.path, path);
    }

    private boolean isBelow(String place, String path) {
        return at(place, path) || also.stream().anyMatch(other -> at(other, path));
    }

    private static boolean holds(@Nullable String query, String part) {
        return ("&" + query + "&").contains("&" + part + "&");
    }

    private static boolean at(String place, String path) {
        return path.equals(place) || (!place.equals("/") && path.startsWith(place + "/"));
    }
}

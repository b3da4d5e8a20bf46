package pronto.catalog.web;

import pronto.catalog.Part;
import pronto.catalog.PartKind;

/** How a part looks on every screen: its sign, its word, its address. */
public record Drawn(String path, String key, String name, String icon, String kind, boolean core, boolean retired) {

    static Drawn of(Part part, String language) {
        return new Drawn(
                path(part),
                part.key(),
                part.name(language),
                icon(part.kind()),
                "catalog.kind." + part.kind().text(),
                part.core(),
                part.retired());
    }

    static String icon(PartKind kind) {
        return switch (kind) {
            case SERVICE -> "globe";
            case COMPONENT -> "plug";
            case ENVIRONMENT -> "monitor";
        };
    }

    /** Keys hold nothing that an address may not. */
    static String path(Part part) {
        return "/catalog/" + part.key();
    }
}

package pronto.search;

import java.util.List;

/** A piece of a text, in which the words that were searched are known. */
public record Excerpt(List<Part> parts) {

    public record Part(String text, boolean found) {}
}

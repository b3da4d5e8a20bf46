package pronto.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/** Finds in texts the words that somebody typed, in whatever form they stand there; for the hits of one search. */
public final class Excerpts {

    private static final int LONGEST = 4_000;
    private static final int LENGTH = 220;
    private static final int BEFORE = 60;
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    private final Stems stems = new Stems();
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final @Nullable String beginning;

    private record Place(int from, int to) {}

    private Excerpts(Typed typed) {
        Stream.concat(typed.tellingWords().stream(), typed.phrases().stream())
                .flatMap(said -> Word.of(said).stream())
                .map(Word::plain)
                .filter(word -> word.length() > 1)
                .forEach(word -> {
                    asked.add(word);
                    asked.addAll(stems.asked(word));
                });
        var last = typed.goesOn() ? Word.of(typed.words().getLast()) : List.<Word>of();
        beginning = last.isEmpty() || last.getLast().plain().length() < 2
                ? null
                : last.getLast().plain();
    }

    public static Excerpts of(String words) {
        return new Excerpts(Typed.read(words));
    }

    /** All of a short text. */
    public Excerpt marked(String text) {
        return new Excerpt(parts(text, places(text), 0, text.length()));
    }

    /** The piece around the first of the words; nothing where the text holds none of them. */
    public Optional<Excerpt> around(String written) {
        var text = BLANKS.matcher(written.length() > LONGEST ? written.substring(0, LONGEST) : written)
                .replaceAll(" ")
                .strip();
        var places = places(text);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var from = wordAt(text, places.getFirst().from() - BEFORE);
        var to = Math.min(text.length(), from + LENGTH);
        var parts = new ArrayList<Excerpt.Part>();
        if (from > 0) {
            parts.add(new Excerpt.Part("… ", false));
        }
        parts.addAll(parts(text, places, from, to));
        if (to < text.length()) {
            parts.add(new Excerpt.Part(" …", false));
        }
        return Optional.of(new Excerpt(parts));
    }

    /** The beginning of the word that stands there. */
    private static int wordAt(String text, int about) {
        if (about <= 0) {
            return 0;
        }
        return text.indexOf(' ', about) + 1;
    }

    private List<Place> places(String text) {
        var places = new ArrayList<Place>();
        try (var read = new StandardTokenizer()) {
            var term = read.getAttribute(CharTermAttribute.class);
            var where = read.getAttribute(OffsetAttribute.class);
            read.setReader(new StringReader(text));
            read.reset();
            while (read.incrementToken()) {
                if (isAsked(Word.plain(term))) {
                    places.add(new Place(where.startOffset(), where.endOffset()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    private boolean isAsked(String word) {
        return known.computeIfAbsent(
                word,
                one -> asked.contains(one)
                        || (beginning != null && one.startsWith(beginning))
                        || stems.kept(one).stream().anyMatch(asked::contains));
    }

    private static List<Excerpt.Part> parts(String text, List<Place> places, int from, int to) {
        var parts = new ArrayList<Excerpt.Part>();
        var at = from;
        for (var place : places) {
            if (place.from() < at || place.to() > to) {
                continue;
            }
            if (place.from() > at) {
                parts.add(new Excerpt.Part(text.substring(at, place.from()), false));
            }
            parts.add(new Excerpt.Part(text.substring(place.from(), place.to()), true));
            at = place.to();
        }
        if (at < to) {
            parts.add(new Excerpt.Part(text.substring(at, to), false));
        }
        return parts;
    }
}

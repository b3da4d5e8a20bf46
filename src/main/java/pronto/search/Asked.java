package pronto.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import pronto.ui.Code;

/** Turns what was asked into a query of the index: every word must be found, in any field, in either language. */
final class Asked {

    private static final float IN_TITLE = 4f;
    // Of a word in the title, when it stands there in another form.
    private static final float IN_FORM = 0.75f;

    // Above anything that words can earn: who types a code wants that one thing first.
    private static final float EXACT = 1_000f;

    // The best fit decides alone: with a share for the others the index could no longer skip what cannot win.
    private static final float ALSO = 0f;

    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ()./-]{6,25}");

    private final Stems stems = new Stems();
    private final Instant now;

    Asked(Instant now) {
        this.now = now;
    }

    Query query(Search.Query asked) {
        var typed = Typed.read(asked.words());
        var all = new BooleanQuery.Builder();
        all.add(typed.isBlank() ? new MatchAllDocsQuery() : found(typed), Occur.MUST);
        if (!typed.isBlank()) {
            // Of two that fit alike, the newer.
            all.add(
                    LongField.newDistanceFeatureQuery(
                            Fields.AT,
                            1f,
                            now.toEpochMilli(),
                            Duration.ofDays(90).toMillis()),
                    Occur.SHOULD);
        }
        filters(asked).forEach(filter -> all.add(filter, Occur.FILTER));
        return all.build();
    }

    private Query found(Typed typed) {
        var either = new ArrayList<Query>();
        if (typed.unwanted().isEmpty()) {
            exactly(typed.whole()).forEach(name -> either.add(named(name)));
        }
        either.add(inWords(typed));
        return new DisjunctionMaxQuery(either, 0f);
    }

    private Query inWords(Typed typed) {
        var all = new BooleanQuery.Builder();
        var words = typed.tellingWords();
        for (var word : words) {
            var last = typed.goesOn() && word.equals(typed.words().getLast());
            all.add(word(word, last), Occur.MUST);
        }
        typed.phrases().forEach(phrase -> all.add(anywhere(phrase, List.of()), Occur.MUST));
        typed.unwanted().forEach(word -> all.add(anywhere(word, List.of()), Occur.MUST_NOT));
        if (words.isEmpty() && typed.phrases().isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
    }

    private Query word(String word, boolean goesOn) {
        var also = new ArrayList<Query>();
        exactly(word).forEach(name -> also.add(named(name)));
        if (goesOn && word.length() >= Analysis.SHORTEST_BEGINNING) {
            also.add(beginning(Fields.EXACT, Fields.exact(word)));
            also.add(beginning(Fields.TITLE, Word.plain(word)));
        }
        return anywhere(word, also);
    }

    /** Kept as a term of its own while it is short; of a longer one there are few words to go through. */
    private static Query beginning(String field, String typed) {
        return new ConstantScoreQuery(
                typed.codePointCount(0, typed.length()) <= Analysis.LONGEST_BEGINNING
                        ? new TermQuery(new Term(Fields.BEGINNING, typed))
                        : new PrefixQuery(new Term(field, typed)));
    }

    private Query anywhere(String words, List<Query> also) {
        var either = new ArrayList<>(also);
        var read = Word.of(words);
        var inBody =
                read.stream().filter(word -> !Analysis.isStopWord(word.plain())).toList();
        if (!read.isEmpty()) {
            either.add(new BoostQuery(inThisOrder(Fields.TITLE, read, this::inTitle), IN_TITLE));
        }
        if (!inBody.isEmpty()) {
            either.add(inThisOrder(Fields.BODY, inBody, stems::asked));
        }
        return new DisjunctionMaxQuery(either, ALSO);
    }

    private Set<String> inTitle(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add(word);
        forms.addAll(stems.asked(word));
        return forms;
    }

    private static Query inThisOrder(String field, List<Word> words, Function<String, Set<String>> forms) {
        if (words.size() == 1) {
            var word = words.getFirst().plain();
            var either = new SynonymQuery.Builder(field);
            forms.apply(word).forEach(form -> either.addTerm(new Term(field, form), form.equals(word) ? 1 : IN_FORM));
            return either.build();
        }
        var phrase = new MultiPhraseQuery.Builder();
        words.forEach(word -> phrase.add(
                forms.apply(word.plain()).stream()
                        .map(form -> new Term(field, form))
                        .toArray(Term[]::new),
                word.place()));
        return phrase.build();
    }

    private static Query named(String name) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(Fields.EXACT, name))), EXACT);
    }

    /** What this could be the exact name of: as typed, as the code it spells, as the telephone number it dials. */
    private static Set<String> exactly(String typed) {
        var names = new LinkedHashSet<String>();
        names.add(Fields.exact(typed));
        Code.parse(typed).ifPresent(code -> names.add(Fields.exact(code.toString())));
        if (TELEPHONE.matcher(typed).matches()) {
            var digits = typed.replaceAll("[^0-9]", "");
            names.add(digits);
            names.add("+" + (digits.startsWith("00") ? digits.substring(2) : digits));
        }
        return names;
    }

    private static List<Query> filters(Search.Query asked) {
        var filters = new ArrayList<Query>();
        if (!asked.kinds().isEmpty()) {
            filters.add(new TermInSetQuery(
                    Fields.KIND, asked.kinds().stream().map(BytesRef::new).toList()));
        }
        if (asked.customer() != null) {
            filters.add(new TermQuery(new Term(Fields.CUSTOMER, asked.customer().toString())));
        }
        if (asked.team() != null) {
            filters.add(new TermQuery(new Term(Fields.TEAM, asked.team().toString())));
        }
        asked.tags().forEach(tag -> filters.add(new TermQuery(new Term(Fields.TAG, tag))));
        return filters;
    }
}

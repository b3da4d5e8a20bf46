package pronto.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import pronto.ui.Code;

/** Turns what was asked into a query of the index: every word must be found, in any field, in either language. */
final class Asked {

    private static final Map<String, Float> WEIGHTS =
            Map.of(Fields.TITLE, 4f, Fields.TITLE_IT, 3f, Fields.TITLE_EN, 3f, Fields.BODY_IT, 1f, Fields.BODY_EN, 1f);

    // Above anything that words can earn: who types a code wants that one thing first.
    private static final float EXACT = 1_000f;

    // The best fit decides alone: with a share for the others the index could no longer skip what cannot win.
    private static final float ALSO = 0f;

    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ()./-]{6,25}");

    private final QueryBuilder fields;
    private final Instant now;

    Asked(Analyzer analyzer, Instant now) {
        this.fields = new QueryBuilder(analyzer);
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
            also.add(beginning(
                    Fields.TITLE,
                    fields.getAnalyzer().normalize(Fields.TITLE, word).utf8ToString()));
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
        WEIGHTS.forEach((field, weight) -> {
            var inField = fields.createPhraseQuery(field, words);
            if (inField != null) {
                either.add(new BoostQuery(inField, weight));
            }
        });
        return new DisjunctionMaxQuery(either, ALSO);
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

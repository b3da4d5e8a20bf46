package pronto.knowledge.articles;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.ArticleText;
import pronto.runtime.Spelling;

/** What became of one text: its paragraphs in order, and within one that was changed, its words. */
public record Comparison(List<Row> rows, boolean formatsAlone) {

    public enum Change {
        SAME,
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A paragraph; one that was changed has pieces that were there, and such as came. */
    public record Row(Change change, Block.Shape shape, List<Piece> pieces) {

        public String look() {
            return "k-row k-row--" + Spelling.of(change) + " k-as--" + Spelling.of(shape);
        }
    }

    /** Words that stayed, came or went. */
    public record Piece(Change change, String text) {

        public boolean came() {
            return change == Change.ADDED;
        }

        public boolean went() {
            return change == Change.REMOVED;
        }
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    /** With more words a paragraph is told as a whole: comparing takes longer than anybody reads. */
    private static final int MOST_WORDS = 1_000;

    private static final int MOST_BLOCKS = 3_000;

    /** Two paragraphs with fewer words in common are two, and not one that was changed. */
    private static final double ALIKE = 0.3;

    public static Comparison of(@Nullable ArticleText before, @Nullable ArticleText after) {
        var was = Block.of(before);
        var is = Block.of(after);
        var rows = new ArrayList<Row>();
        if (was.size() > MOST_BLOCKS || is.size() > MOST_BLOCKS) {
            was.forEach(block -> rows.add(whole(Change.REMOVED, block)));
            is.forEach(block -> rows.add(whole(Change.ADDED, block)));
            return new Comparison(rows, false);
        }
        for (var delta : DiffUtils.diff(was, is, true).getDeltas()) {
            add(delta, rows);
        }
        var same = rows.stream().allMatch(row -> row.change() == Change.SAME);
        var formats = same && before != null && after != null && !before.html().equals(after.html());
        return new Comparison(rows, formats);
    }

    public boolean isSame() {
        return !formatsAlone && rows.stream().allMatch(row -> row.change() == Change.SAME);
    }

    private static void add(AbstractDelta<Block> delta, List<Row> rows) {
        var before = delta.getSource().getLines();
        var after = delta.getTarget().getLines();
        if (delta.getType() == DeltaType.EQUAL) {
            before.forEach(block -> rows.add(whole(Change.SAME, block)));
            return;
        }
        var pairs = Math.min(before.size(), after.size());
        for (int i = 0; i < pairs; i++) {
            pair(before.get(i), after.get(i), rows);
        }
        before.subList(pairs, before.size()).forEach(block -> rows.add(whole(Change.REMOVED, block)));
        after.subList(pairs, after.size()).forEach(block -> rows.add(whole(Change.ADDED, block)));
    }

    private static void pair(Block before, Block after, List<Row> rows) {
        var pieces = words(before.text(), after.text());
        var kept = pieces.stream()
                .filter(piece -> piece.change() == Change.SAME)
                .mapToInt(piece -> piece.text().strip().length())
                .sum();
        if (kept < ALIKE * Math.min(before.text().length(), after.text().length())) {
            rows.add(whole(Change.REMOVED, before));
            rows.add(whole(Change.ADDED, after));
        } else {
            rows.add(new Row(Change.CHANGED, after.shape(), pieces));
        }
    }

    private static List<Piece> words(String before, String after) {
        var was = split(before);
        var is = split(after);
        if (was.size() > MOST_WORDS || is.size() > MOST_WORDS) {
            return List.of();
        }
        var pieces = new ArrayList<Piece>();
        for (var delta : DiffUtils.diff(was, is, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                join(pieces, Change.SAME, delta.getSource().getLines());
            } else {
                join(pieces, Change.REMOVED, delta.getSource().getLines());
                join(pieces, Change.ADDED, delta.getTarget().getLines());
            }
        }
        return pieces;
    }

    private static void join(List<Piece> pieces, Change change, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(change, String.join("", words)));
        }
    }

    private static List<String> split(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    private static Row whole(Change change, Block block) {
        return new Row(change, block.shape(), List.of(new Piece(change, block.text())));
    }
}

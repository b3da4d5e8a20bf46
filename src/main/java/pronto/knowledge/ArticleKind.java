package pronto.knowledge;

/** What an article is for. */
public enum ArticleKind {
    /** It says how something is done. */
    GUIDELINE,
    /** It is put into answers, with its gaps filled in. */
    CANNED
}

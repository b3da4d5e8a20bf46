package pronto.knowledge;

/** How it stands with the newest version of an article; an earlier one may be published all the while. */
public enum ArticleState {
    DRAFT,
    REVIEW,
    PUBLISHED
}

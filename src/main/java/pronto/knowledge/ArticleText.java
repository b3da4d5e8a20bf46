package pronto.knowledge;

/** An article in one language. */
public record ArticleText(String title, String html) {}

package pronto.knowledge;

/** Who reads an article once it is published. */
public enum Audience {
    INTERNAL,
    PUBLIC
}

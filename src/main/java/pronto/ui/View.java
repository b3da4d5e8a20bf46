package pronto.ui;

/**
 * What a screen, or a part of one, shows: a record with a template of the same name beside it.
 * A controller returns it; the {@link ViewRenderer} draws it in the reader's language.
 */
public interface View {}

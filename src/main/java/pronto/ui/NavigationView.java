package pronto.ui;

/** The places one can go to, with what waits there. */
public record NavigationView() implements View {}

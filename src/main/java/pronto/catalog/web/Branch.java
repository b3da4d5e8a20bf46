package pronto.catalog.web;

import java.util.List;

/**
 * A part in the tree beside another: how it hangs there, whether it was drawn before (a graph may come to one place on
 * several ways) or goes on further than is drawn, and what hangs on it.
 */
public record Branch(Drawn part, boolean runsOn, boolean again, boolean goesOn, List<Branch> branches) {}

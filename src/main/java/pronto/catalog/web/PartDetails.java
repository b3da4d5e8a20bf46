package pronto.catalog.web;

import java.util.List;
import pronto.catalog.Part;
import pronto.timeline.Entry;
import pronto.ui.View;

/** All of one part: what it is, what it needs, what needs it, and what happened to all that. */
public record PartDetails(
        Part part,
        Drawn drawn,
        String team,
        List<Branch> above,
        List<Branch> below,
        int allAbove,
        boolean manyAbove,
        List<Entry> history,
        boolean mayWrite)
        implements View {}

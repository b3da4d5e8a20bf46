package pronto.staff.web;

import java.util.List;
import pronto.runtime.RunningNodes.RunningNode;
import pronto.ui.View;

/** The programs that run on this database now. */
public record NodesView(List<RunningNode> nodes) implements View {}

package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** What has to be chosen before several tickets are assigned or resolved together. */
public record BulkDialog(
        String act,
        List<AssignDialog.Choice> technicians,
        List<AssignDialog.Choice> teams,
        List<ResolveDialog.Kind> kinds)
        implements View {}

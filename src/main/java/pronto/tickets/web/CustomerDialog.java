package pronto.tickets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** Whose ticket it is, where somebody says so or says otherwise: for all mail of its sender, or for this ticket alone. */
public record CustomerDialog(String code, @Nullable String address, boolean tied, List<SideView.Suggestion> suggestions)
        implements View {}

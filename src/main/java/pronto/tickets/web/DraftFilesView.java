package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** The files that lie on a draft. */
public record DraftFilesView(String code, String kind, List<ComposerView.DraftFile> files) implements View {}

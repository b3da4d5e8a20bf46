package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** The files laid on a first message. */
public record LetterFiles(List<ComposerView.DraftFile> files) implements View {}

package pronto.customers.web;

import java.util.List;
import pronto.ui.View;

/** Parts of the catalog that fit the letters typed so far, to choose one for a platform. */
public record PlatformParts(List<PlatformFormView.RunsOn> parts) implements View {}

package pronto.channels.web;

import pronto.ui.View;

/** What stands under every mail, to be written in both languages. */
public record SignatureView(String english, String italian) implements View {}

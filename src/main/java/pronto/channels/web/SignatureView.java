package pronto.channels.web;

import pronto.channels.outbox.Signatures;
import pronto.ui.View;

/** What stands under every mail, to be written in both languages, and how it looks under one of the reader's. */
public record SignatureView(String english, String italian, String name, String address) implements View {

    public String example(String text) {
        return Signatures.filled(text, name, address);
    }
}

package pronto.channels.email.reply;

import org.jsoup.nodes.Document;

/** What of a mail is new: without what it quotes and without the signature. */
public final class VisibleReply {

    private VisibleReply() {}

    public static String of(String text) {
        return text;
    }

    public static String of(String text, Document page) {
        return text;
    }
}

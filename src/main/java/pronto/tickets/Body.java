package pronto.tickets;

/** What a technician or a program wrote, before it is made safe: rich text from an editor, or plain words. */
public sealed interface Body {

    record Html(String html) implements Body {}

    record Plain(String text) implements Body {}
}

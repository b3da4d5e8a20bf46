package pronto.channels;

/** Hears on the node that took it in that a mail waits for its place: a hint to look, the rows are what counts. */
public interface MailCame {

    void lookForMail();
}

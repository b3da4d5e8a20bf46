package pronto.tickets;

import java.util.Objects;

/** The customer's mail server, which reports what became of our answers. */
public final class Postmaster {

    private Postmaster() {}

    /** {@code action} is {@code failed} or {@code delayed}. */
    public static Mail reports(Message answer, String action, String recipient) {
        return Mail.from("Mail Delivery System", "mailer-daemon@mx.acme.test")
                .ofNobody()
                .about("Undelivered Mail Returned to Sender")
                .ofType("multipart/report; report-type=delivery-status; boundary=b")
                .saying("""
                        --b

                        This is the mail system at mx.acme.test.

                        --b
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; mx.acme.test

                        Final-Recipient: rfc822; %s
                        Action: %s
                        Status: 5.1.1
                        Diagnostic-Code: smtp; 550 5.1.1
                            no such user

                        --b
                        Content-Type: text/rfc822-headers

                        Message-ID: %s
                        Subject: Re: Nothing is sent

                        --b--
                        """.formatted(recipient, action, Objects.requireNonNull(answer.messageId())));
    }
}

package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;

/** Whoever does not know how mail is proven reads what it comes to. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class TrustInWordsTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pass | en | This mail really comes from the address it shows. | mx.pronto.test found this out.",
                "fail | en | do not trust what it asks for | does not confirm this mail",
                "none | en | Whether this is really Priya Nair cannot be known. | does not say how its mail is known",
                "temperror | en | Whether this is really Priya Nair cannot be known. | could not be asked just then",
                "pass | it | Questa mail viene davvero dall | mx.pronto.test",
                "none | it | Non si può sapere se chi scrive è davvero Priya Nair. | mx.pronto.test",
            })
    void each_verdict_is_told_in_words_and_so_is_who_found_it_out(
            String verdict, String language, String sentence, String why) {
        db.sql("update staff.technician set language = :language where id = :id")
                .param("language", language)
                .param("id", giulia.id())
                .update();
        var sender = "priya@" + verdict + "-" + language.toLowerCase(Locale.ROOT) + ".test";
        var ticket = reported(Mail.from("Priya Nair", sender).dmarc(verdict).about("A proof"));

        var talk = new Cast(context)
                .browserOf(giulia)
                .get("/tickets/" + ticket.code() + "/talk")
                .body();

        assertThat(talk).contains("t-trust", sentence, why);
    }
}

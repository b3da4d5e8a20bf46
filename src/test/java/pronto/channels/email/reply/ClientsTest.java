package pronto.channels.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.channels.email.Samples;

/** How the mail programs of several languages begin what they quote, and end what was written. */
class ClientsTest {

    private static final String SAID = "Ora va, grazie.\nBye";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Gmail
                "On Mon, Nov 23, 2026 at 10:00 AM Support <s@p.example> wrote:\n\n> Hi",
                "Il giorno lun 23 nov 2026 alle ore 10:00 Supporto <s@p.example> ha scritto:\n\n> Hi",
                "Am Mo., 23. Nov. 2026 um 10:00 Uhr schrieb Support <s@p.example>:\n\n> Hi",
                "Le lun. 23 nov. 2026 à 10:00, Support <s@p.example> a écrit :\n\n> Hi",
                "El lun, 23 nov 2026 a las 10:00, Soporte (<s@p.example>) escribió:\n\n> Hi",
                "On Mon, Nov 23, 2026 at 10:00 AM Support with a rather long name <s@p.example>\nwrote:\n\n> Hi",
                "Le lun. 23 nov. 2026 à 10:00, Support avec un nom long <s@p.example> a\nécrit :\n\n> Hi",
                // Apple Mail
                "> On 23 Nov 2026, at 10:00, Support <s@p.example> wrote:\n> \n> Hi",
                "> Il giorno 23 nov 2026, alle ore 10:00, Supporto <s@p.example> ha scritto:\n> \n> Hi",
                "> Am 23.11.2026 um 10:00 schrieb Support <s@p.example>:\n> \n> Hi",
                "> Le 23 nov. 2026 à 10:00, Support <s@p.example> a écrit :\n> \n> Hi",
                "> El 23 nov 2026, a las 10:00, Soporte <s@p.example> escribió:\n> \n> Hi",
                // Thunderbird
                "On 23/11/2026 10:00, Support wrote:\n> Hi",
                "Il 23/11/2026 10:00, Supporto ha scritto:\n> Hi",
                "Am 23.11.26 um 10:00 schrieb Support:\n> Hi",
                "Le 23/11/2026 à 10:00, Support a écrit :\n> Hi",
                "El 23/11/26 a las 10:00, Soporte escribió:\n> Hi",
                // Outlook
                "From: Support <s@p.example>\nSent: Monday, November 23, 2026 10:00 AM\nTo: Marta\nSubject: RE: x\n\nHi",
                "Da: Supporto <s@p.example>\nInviato: lunedì 23 novembre 2026 10:00\nA: Marta\nOggetto: R: x\n\nHi",
                "Von: Support <s@p.example>\nGesendet: Montag, 23. November 2026 10:00\nAn: Marta\nBetreff: AW: x\n\nHi",
                "De : Support <s@p.example>\nEnvoyé : lundi 23 novembre 2026 10:00\nÀ : Marta\nObjet : RE: x\n\nHi",
                "De: Soporte <s@p.example>\nEnviado el: lunes, 23 de noviembre de 2026 10:00\nPara: Marta\nAsunto: RE: x\n\nHi",
                "________________________________\nDa: Supporto <s@p.example>\nInviato: lunedì 23 novembre 2026 10:00\nA: Marta\nOggetto: x\n\nHi",
                "*From:* Support <s@p.example>\n*Sent:* Monday, 23 November 2026 10:00\n*To:* Marta\n*Subject:* x\n\nHi",
                "-----Original Message-----\nFrom: Support\nHi",
                "-----Messaggio originale-----\nDa: Supporto\nHi",
                "-----Ursprüngliche Nachricht-----\nVon: Support\nHi",
                "-----Message d'origine-----\nDe : Support\nHi",
                "-----Mensaje original-----\nDe: Soporte\nHi",
                // Outlook mobile, other web mail
                "Scarica Outlook per iOS\n________________________________\nDa: Supporto <s@p.example>\nInviato: lunedì 23 novembre 2026 10:00\nA: Marta\nOggetto: x\n\nHi",
                "Get Outlook for Android<https://aka.ms/x>\n________________________________\nFrom: Support <s@p.example>\nSent: Monday\nTo: Marta\nSubject: x\n\nHi",
                "Outlook für iOS beziehen\n________________________________\nVon: Support <s@p.example>\nGesendet: Montag, 23. November 2026 10:00\nAn: Marta\nBetreff: x\n\nHi",
                "Télécharger Outlook pour iOS\n________________________________\nDe : Support <s@p.example>\nEnvoyé : lundi\nÀ : Marta\nObjet : x\n\nHi",
                "Obtener Outlook para iOS\n________________________________\nDe: Soporte <s@p.example>\nEnviado: lunes\nPara: Marta\nAsunto: x\n\nHi",
                "    On Monday, November 23, 2026 at 10:00:00 AM GMT+1, Support <s@p.example> wrote:  \n \n Hi",
                "    Il lunedì 23 novembre 2026 alle ore 10:00:00 CET, Supporto <s@p.example> ha scritto:  \n \n Hi",
                "    Am Montag, 23. November 2026 um 10:00:00 MEZ hat Support <s@p.example> Folgendes geschrieben:  \n \n Hi",
                "    Le lundi 23 novembre 2026 à 10:00:00 UTC+1, Support <s@p.example> a écrit :  \n \n Hi",
                "    El lunes, 23 de noviembre de 2026, 10:00:00 CET, Soporte <s@p.example> escribió:  \n \n Hi",
                // Telephones and signatures
                "Inviato da iPhone",
                "Inviato dal mio iPad\n\n> Il giorno 23 nov 2026, alle ore 10:00, S <s@p.example> ha scritto:\n> \n> Hi",
                "Sent from my iPhone",
                "Von meinem iPhone gesendet",
                "Gesendet von Outlook für Android",
                "Envoyé de mon iPhone",
                "Envoyé depuis mon téléphone Samsung Galaxy",
                "Enviado desde mi iPhone",
                "Inviato da Posta per Windows",
                "Inviato dal mio Galaxy",
                "Sent from Mail for Windows",
                "-- \nMarta Bianchi\nACME",
                "--\nMarta Bianchi"
            })
    void only_what_was_written_is_shown(String rest) {
        assertThat(VisibleReply.of(SAID + "\n\n" + rest)).isEqualTo(SAID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=\"gmail_quote\"><div class=\"gmail_attr\">On x wrote:</div><blockquote>Old</blockquote></div>",
                "<div class=\"gmail_quote gmail_quote_container\"><blockquote class=\"gmail_quote\">Old</blockquote></div>",
                "<div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\">Da: x</div><div>Old</div>",
                "<div><div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\"><p><b>Da:</b> S</p></div></div><p>Old</p>",
                "<div class=\"OutlookMessageHeader\">From: x</div><p>Old</p>",
                "<div><blockquote type=\"cite\"><div>Am 1.1. schrieb S:</div><div>Old</div></blockquote></div>",
                "<div class=\"moz-cite-prefix\">Il 1 S ha scritto:<br></div><blockquote type=\"cite\" cite=\"mid:x\">Old</blockquote>",
                "<div id=\"ydp1yahoo_quoted\" class=\"yahoo_quoted\"><div>On x wrote:</div>Old</div>",
                "<div class=\"protonmail_quote\">On x wrote:<blockquote>Old</blockquote></div>",
                "<div id=\"ms-outlook-mobile-signature\">Scarica Outlook</div><div id=\"mail-editor-reference-message-container\">Old</div>"
            })
    void what_a_page_marks_as_quoted_is_not_shown(String rest) {
        var mail = Samples.read(
                "From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n<html><body><div>Ora va, grazie.</div><div><br></div>"
                        + rest + "</body></html>");

        assertThat(mail.text()).isEqualTo("Ora va, grazie.");
        assertThat(mail.fullText()).contains("Old");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See below.\n\nOn 23 Nov 2026, at 10:00, S <s@p.example> wrote:\n\n> One?\n\nYes.\n\n> Two?\n\nNo.",
                "---------- Forwarded message ---------\nFrom: A <a@b.example>\nDate: Mon, 23 Nov 2026\nSubject: x\nTo: <c@d.example>\n\nPlease help.",
                "Inizio messaggio inoltrato:\n\nDa: A <a@b.example>\nOggetto: x\nData: 23 novembre 2026\n\nAiuto.",
                "> only a quote",
                "Da: Roma\nA: Milano\nil pacco non arriva.",
                "From: the start\nthe page is white."
            })
    void when_in_doubt_nothing_is_cut_away(String text) {
        assertThat(VisibleReply.of(text)).isEqualTo(text);
    }

    @Test
    void who_answers_between_the_lines_of_a_page_is_heard() {
        var mail = Samples.read(
                "From: a@b.example\nContent-Type: text/html\n\n<div>See below.</div><div class=\"gmail_quote\">"
                        + "<div class=\"gmail_attr\">On 23 Nov 2026 at 10:00, S &lt;s@p.example&gt; wrote:</div>"
                        + "<blockquote class=\"gmail_quote\">One?</blockquote><div>Yes.</div><blockquote>Two?</blockquote></div>");

        assertThat(mail.text()).contains("See below.", "Yes.");
    }
}

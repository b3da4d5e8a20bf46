package pronto.channels.email.automatic;

import java.util.Locale;
import java.util.regex.Pattern;

/** By what words programs of many makes and languages say that a mail did not arrive, or that somebody is away. */
final class Words {

    /** Somebody passes a report on: then a person is asking what it means. */
    private static final Pattern PASSED_ON = Pattern.compile("^(?:fwd?|i|wg|tr|rv|enc|doorst|vs|vb)\\s*:");

    private static final Pattern FAILED = Pattern.compile(
            "undeliver|delivery (?:status notification|notification|failure|failed|report|has failed)|returned mail"
                    + "|mail delivery failed|failure notice|delivery to the following|mail system error|non[- ]?delivery"
                    + "|could not (?:be )?deliver|mail could not|message status|returned to sender|unzustellbar"
                    + "|mancato recapito|messaggio non recapitato|recapito non riuscito|errore nella consegna|mancata consegna"
                    + "|impossibile (?:recapitare|consegnare)|notifica (?:sullo )?stato (?:del )?recapito|consegna ritardata"
                    + "|nicht zugestellt|zustellung fehlgeschlagen|zustellstatus|unzustellbare|mail delivery (?:status|error)"
                    + "|non remis|échec de (?:la )?(?:remise|livraison)|non distribué|n'a pas pu être (?:remis|livré|distribué)"
                    + "|no se (?:pudo|ha podido) entregar|no entregado|error de entrega|fallo en la entrega|devuelto"
                    + "|delivery delayed|warning: (?:could not send|message)|delayed mail|message delayed"
                    + "|failure delivery|failed delivery|returning to sender|delivery problem|rejected: |mail failure|bounce"
                    + "|mail delivery (?:problem|delayed)|loop alert|unzustellbar|не доставлено|недоставлен"
                    + "|não (?:pôde ser )?entregue|niet (?:worden )?afgeleverd|onbestelbaar|nie dostarczono|退信|配信不能|送信できません");
    private static final Pattern FAILED_TEXT = Pattern.compile(
            "(?:could|can|was|were) ?not (?:be )?(?:deliver|reach|sen[dt])|couldn't be delivered|undeliver|delivery (?:failed|error"
                    + "|failure|errors|has failed)|(?:user|host|recipient|mailbox|address|domain|account) (?:is )?(?:unknown"
                    + "|unavailable|not found|rejected|disabled|full|inactive|over quota|does(?:n't| not) exist)"
                    + "|unknown (?:user|recipient|host|local part|address)|no such (?:user|mailbox|recipient|address|domain)"
                    + "|not a valid (?:mailbox|user|address)|error sending|failed recipient|message (?:has been |was )?(?:rejected"
                    + "|refused|bounced|returned)|returned (?:mail|to sender|message)|delivery attempts?|unable to deliver"
                    + "|did not reach|permanent (?:error|failure)|gave up|mail system error|loop"
                    + "|non (?:è stato possibile|può essere) (?:recapit|consegn)|non recapitat|non consegnat|sconosciut"
                    + "|nicht zugestellt|unzustellbar|unbekannt|n'a pas pu|inconnu|no se (?:pudo|ha podido)|desconocid"
                    + "|\\b5\\d\\d[ -]#?5\\.\\d\\.\\d|\\b55[0-4][ -]");
    private static final Pattern DELAYED = Pattern.compile(
            "\\bdelay|still being retried|(?:will|keep|continue to) (?:keep )?(?:trying|try|retry|be retried)|could not send message for"
                    + "|message still undelivered|not yet been delivered|temporary (?:problem|failure|error)|warning message only"
                    + "|do not need to (?:resend|send it again)|ritard|riprover|verzögert|retardé|différé|retras|demorad");
    private static final Pattern GAVE_UP = Pattern.compile(
            "gave up|giving up|given up|permanent|too long|failed: |delivery (?:has )?failed|returned mail|undeliverable"
                    + "|could not be delivered|delivery failure|\\(failure\\)");

    /** With the colon after it: without, it may be somebody's complaint about automatic answers. */
    private static final Pattern ANSWERING = Pattern.compile(
            "^(?:auto(?:matic|matische|matica|mated|matico|mático|mática|matique)?[ -]*(?:re(?:ply|sponse|ponder)|response|responder"
                    + "|antwort|risposta|r[ée]ponse|respuesta|resposta|svar|antwoord)|auto:? ?re|risposta automatica"
                    + "|messaggio automatico|risponditore automatico|automatische abwesenheits\\w*"
                    + "|out of (?:the )?office (?:auto\\w*|reply|response|notification|message)"
                    + "|abwesenheits(?:notiz|assistent|meldung|benachrichtigung|nachricht|agent|mail)"
                    + "|r.ponse automatique|message automatique|r.ponse d'absence|respuesta autom.tica|mensaje autom.tico"
                    + "|resposta autom.tica|automatisch antwoord|automaattinen vastaus|automatisk(?:t)? svar|autosvar"
                    + "|automatyczna odpowied.|odpowied. automatyczna|automatick. odpov..|automatikus v.lasz"
                    + "|автоматический ответ|автоответ|otomatik yan.t|自動応答|自動返信|自动答复|自动回复"
                    + "|vacation (?:reply|response|message|notice|autoreply))\\s*(?:[:：]|$)");
    /** What a person may write as well: it counts where the text says so too. */
    private static final Pattern AWAY = Pattern.compile(
            "^(?:(?:re|r|aw|sv|odp|antw)\\s*: ?)*(?:out of (?:the )?office|i am (?:away|out)|away from|fuori (?:sede|ufficio)|sono assente"
                    + "|assen(?:te|za)\\b|assenza dall'ufficio|abwesen\\w*|nicht im (?:büro|haus)|absen(?:t|ce)\\b|en cong[ée]"
                    + "|fuera de la oficina|ausente|ausencia|vacation|holiday|ferie|urlaub|congés?|vacaciones|afwezig)"
                    + "|is out of the office|ist (?:außer haus|abwesend)");

    private static final Pattern AWAY_TEXT = Pattern.compile(
            "(?:i am|i'm|i will be|i'll be|currently) (?:currently )?(?:out|away|absent|on (?:annual |parental |sick )?(?:leave|vacation"
                    + "|holiday)|not in)|out of (?:the )?office (?:until|from|and|with)|limited access to (?:my )?e-?mail"
                    + "|sono (?:assente|fuori|in ferie)|sarò (?:assente|fuori|in ferie|di ritorno)|sto usufruendo"
                    + "|ich bin (?:\\S+ ){0,6}(?:abwesend|nicht (?:im büro|erreichbar|im haus)|außer haus|im urlaub)"
                    + "|wird nicht weitergeleitet|je suis (?:\\S+ ){0,3}(?:absent|en congé|hors du bureau)|je serai (?:absent|de retour)"
                    + "|estoy (?:\\S+ ){0,3}(?:fuera|ausente|de vacaciones)|estaré (?:fuera|ausente|de vacaciones|de vuelta)"
                    + "|ik ben (?:\\S+ ){0,4}(?:afwezig|met vakantie|niet aanwezig)");
    private static final int ENOUGH = 6000;

    private Words() {}

    static boolean passesOn(String subject) {
        return PASSED_ON.matcher(lower(subject)).find();
    }

    static boolean sayFailed(String subject) {
        return FAILED.matcher(lower(subject)).find();
    }

    static boolean tellOfFailure(String text) {
        return FAILED_TEXT.matcher(lower(text)).find();
    }

    /** The subject decides where it speaks of a delay, else the text where it does not speak of an end. */
    static boolean sayDelayed(String subject, String text) {
        return DELAYED.matcher(lower(subject)).find()
                || DELAYED.matcher(lower(text)).find()
                        && !GAVE_UP.matcher(lower(subject + " " + text)).find();
    }

    static boolean sayAutomatic(String subject) {
        return ANSWERING.matcher(lower(subject)).find();
    }

    static boolean sayAway(String subject, String text) {
        return AWAY.matcher(lower(subject)).find()
                && AWAY_TEXT.matcher(lower(text)).find();
    }

    private static String lower(String text) {
        return text.substring(0, Math.min(text.length(), ENOUGH))
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}

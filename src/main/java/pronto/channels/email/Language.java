package pronto.channels.email;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Which of five languages a text is in, by the small words nobody can do without, by what people write to a desk like
 * ours, and by endings; null where it is not clear. A word counts the more the fewer languages have it.
 */
final class Language {

    private static final Map<String, String> OURS = Map.of(
            "it", """
                    buongiorno buonasera salve ciao grazie cordiali saluti distinti gentile gentili spettabile posso può possiamo
                    potete puoi vorrei dovrei riesco riusciamo riesce funziona funzionano errore aiuto assistenza problema
                    richiesta accesso ancora già oggi ieri domani stamattina quando perché perche qualcuno niente nulla urgente
                    chiedo chiediamo invio mando allego allegato confermo ricevuto va bene fermo bloccato è più cosa anche
                    dopo prima senza molto tutto tutti solo sempre fare stato questo questa nostro vostro mia mio arrivato
                    arrivata fattura ordine sito pagina ok perfetto prego attendo risposta""",
            "en", """
                    hello hi dear regards best kind thanks thank please help error issue problem works working broken cannot can't
                    don't doesn't isn't won't didn't i'm we're could would since still again any get been today yesterday
                    tomorrow login access request invoice order site page received confirm attached see below all need how what
                    when where who why just now also our your you my me us some has have had up out does did do is it ok great
                    cheers sorry urgent asap down slow reply answer""",
            "de", """
                    hallo guten tag morgen sehr geehrte geehrter damen herren freundlichen grüßen grüße gruß mfg danke vielen dank
                    bitte hilfe fehler problem funktioniert geht leider seit heute gestern wieder immer noch schon mehr können
                    konnte könnten möchte anbei angehängt rechnung bestellung zugang anmelden anmeldung passwort seite dringend
                    wir ihr ihnen ihre mir mich uns kein keine keinen nichts etwas warum wann wo wer beim gibt läuft kommt""",
            "fr", """
                    bonjour bonsoir salut madame monsieur cordialement merci beaucoup svp s'il vous plaît aide erreur problème
                    fonctionne marche toujours depuis aujourd'hui hier demain encore déjà plus impossible pouvez pourriez peux
                    voudrais souhaite joint jointe facture commande accès connexion connecter mot passe page urgent nous notre
                    votre vos mes rien quelque pourquoi quand où qui très bien reçu c'est j'ai n'arrive j'arrive bonne journée""",
            "es", """
                    hola buenos buenas días tardes estimado estimada estimados saludos cordiales gracias muchas favor ayuda error
                    problema funciona todavía desde hoy ayer mañana ahora aún nada puedo pueden podrían quisiera necesito necesitamos
                    adjunto adjunta factura pedido acceso contraseña entrar página urgente nosotros nuestra nuestro su sus alguien
                    cuándo dónde qué quién muy bien recibido está estoy estamos hay más usted ustedes tengo tenemos""");
    private static final Map<String, Endings> ENDINGS = Map.of(
            "it",
                    Endings.of(
                            "zione zioni mente iamo ato ata ati ità ere are ire gli cchio",
                            "",
                            "(?:l|un|dell|all|nell|sull|dall|c|d|quell)'\\p{L}{2,}"),
            "en", Endings.of("ing tion tions ness n't ed ly th ght 's 've 're", "", null),
            "de", Endings.of("ung ungen keit heit lich isch schen cht chte gen ben ern tz", "ß ück", "ge\\p{L}{3,}t"),
            "fr",
                    Endings.of(
                            "tion tions ment eux euse eau ons ez oir aient ait être",
                            "",
                            "(?:[ldjcnmst]|qu)'\\p{L}{2,}"),
            "es", Endings.of("ción ciones mente dad amos emos ado ada ados ar er ir ía és ión os", "ñ", null));
    private static final Map<String, Set<String>> SMALL = Map.of(
            "it", merged(ItalianAnalyzer.getDefaultStopSet(), OURS.getOrDefault("it", "")),
            "en", merged(EnglishAnalyzer.getDefaultStopSet(), OURS.getOrDefault("en", "")),
            "de", merged(GermanAnalyzer.getDefaultStopSet(), OURS.getOrDefault("de", "")),
            "fr", merged(FrenchAnalyzer.getDefaultStopSet(), OURS.getOrDefault("fr", "")),
            "es", merged(SpanishAnalyzer.getDefaultStopSet(), OURS.getOrDefault("es", "")));
    private static final List<String> ALL = List.of("it", "en", "de", "fr", "es");
    private static final Map<String, Map<String, Double>> WEIGHTS = weights();
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}']+");
    private static final Pattern NO_WORDS = Pattern.compile("[@/\\\\_=]|www\\.");
    private static final int ENOUGH = 2000;
    private static final double CLEAR = 0.9;
    private static final double AHEAD = 1.15;

    private Language() {}

    static @Nullable String of(String text) {
        var start = text.substring(0, Math.min(text.length(), ENOUGH)).replace('\u2019', '\'');
        var points = new HashMap<String, Double>();
        for (String written : BLANKS.split(start)) {
            if (!NO_WORDS.matcher(written).find()) {
                for (String word : BREAK.split(written.toLowerCase(Locale.ROOT))) {
                    if (!word.isEmpty() && word.length() < 40) {
                        count(word, points);
                    }
                }
            }
        }
        return clearest(points);
    }

    private static void count(String word, Map<String, Double> points) {
        var known = WEIGHTS.get(word);
        if (known != null) {
            known.forEach((language, weight) -> points.merge(language, weight, Double::sum));
            return;
        }
        ENDINGS.forEach((language, endings) -> {
            if (endings.fit(word)) {
                points.merge(language, word.length() > 3 ? 0.3 : 0.1, Double::sum);
            }
        });
    }

    private static @Nullable String clearest(Map<String, Double> points) {
        var best = ALL.stream()
                .max((a, b) -> Double.compare(points.getOrDefault(a, 0.0), points.getOrDefault(b, 0.0)))
                .orElseThrow();
        double most = points.getOrDefault(best, 0.0);
        double second = ALL.stream()
                .filter(language -> !language.equals(best))
                .mapToDouble(language -> points.getOrDefault(language, 0.0))
                .max()
                .orElse(0);
        return most >= CLEAR && most > second * AHEAD ? best : null;
    }

    private static Map<String, Map<String, Double>> weights() {
        var having = new HashMap<String, Set<String>>();
        SMALL.forEach((language, words) -> words.forEach(
                word -> having.computeIfAbsent(word, key -> new HashSet<>()).add(language)));
        var weights = new HashMap<String, Map<String, Double>>();
        having.forEach((word, languages) -> {
            var each = new HashMap<String, Double>();
            double rare = word.length() == 1 ? 0.5 : 1;
            languages.forEach(language -> each.put(language, rare / (languages.size() * languages.size())));
            weights.put(word, Collections.unmodifiableMap(each));
        });
        return weights;
    }

    private static Set<String> merged(CharArraySet stops, String ours) {
        var words = new HashSet<>(Arrays.asList(ours.strip().split("\\s+")));
        stops.forEach(stop -> words.add(new String((char[]) stop)));
        return words;
    }
}

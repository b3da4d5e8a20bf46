package pronto.channels.outbox;

import org.jsoup.nodes.Entities;

/** The two forms of a letter's text, each with the signature under it. */
final class Body {

    private Body() {}

    static String text(Letter letter) {
        var signed = letter.signature().isBlank()
                ? letter.text().strip() + "\n"
                : letter.text().strip() + "\n\n-- \n" + letter.signature().strip() + "\n";
        // Between machines a line ends in both; a lone NUL is refused by some of them.
        return signed.replace("\0", "").replaceAll("\\R", "\r\n");
    }

    /** Nothing but what every program that reads mail can draw: its own fonts and colours, light or dark. */
    static String html(Letter letter) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                </head>
                <body>
                %s
                %s</body>
                </html>
                """.formatted(letter.language(), Entities.escape(letter.subject()), letter.html(), signature(letter))
                .replace("\0", "")
                .replaceAll("\\R", "\r\n");
    }

    private static String signature(Letter letter) {
        if (letter.signature().isBlank()) {
            return "";
        }
        var lines = Entities.escape(letter.signature().strip()).replaceAll("\\R", "<br>\n");
        return "<p>-- <br>\n" + lines + "</p>\n";
    }
}

package pronto.channels.email.mime;

/** Joins the lines of {@code format=flowed} text (RFC 3676) that were only broken for the way. */
final class Flowed {

    private static final String SIGNATURE = "-- ";

    private final StringBuilder joined = new StringBuilder();
    private final StringBuilder open = new StringBuilder();
    private int openDepth = -1;

    private Flowed() {}

    static String join(String text, boolean deleteSpace) {
        var flowed = new Flowed();
        for (String line : text.split("\n", -1)) {
            flowed.add(line, deleteSpace);
        }
        flowed.end();
        return flowed.joined.isEmpty() ? "" : flowed.joined.substring(0, flowed.joined.length() - 1);
    }

    private void add(String line, boolean deleteSpace) {
        int depth = depth(line);
        var words = line.substring(line.startsWith(" ", depth) ? depth + 1 : depth);
        if (openDepth >= 0 && (depth != openDepth || words.equals(SIGNATURE))) {
            end();
        }
        openDepth = depth;
        boolean goesOn = words.endsWith(" ") && !words.equals(SIGNATURE);
        open.append(goesOn && deleteSpace ? words.substring(0, words.length() - 1) : words);
        if (!goesOn) {
            end();
        }
    }

    private void end() {
        if (openDepth >= 0) {
            joined.append(">".repeat(openDepth))
                    .append(openDepth > 0 && !open.isEmpty() ? " " : "")
                    .append(open)
                    .append('\n');
        }
        open.setLength(0);
        openDepth = -1;
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}

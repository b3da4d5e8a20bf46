package pronto.runtime;

/** How the world outside writes a constant: {@code IN_WORK} is {@code inWork} in the database, in JSON, in words. */
public final class Spelling {

    private Spelling() {}

    public static String of(Enum<?> constant) {
        var name = constant.name();
        // Levels such as P1 are names, not words.
        if (name.length() == 2 && Character.isDigit(name.charAt(1))) {
            return name;
        }
        var spelled = new StringBuilder(name.length());
        var wordStarts = false;
        for (var letter : name.toCharArray()) {
            if (letter == '_') {
                wordStarts = true;
            } else {
                spelled.append(wordStarts ? letter : Character.toLowerCase(letter));
                wordStarts = false;
            }
        }
        return spelled.toString();
    }

    public static <E extends Enum<E>> E read(Class<E> constants, String spelled) {
        for (var constant : constants.getEnumConstants()) {
            if (of(constant).equals(spelled)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(spelled + " is none of " + constants.getSimpleName());
    }
}

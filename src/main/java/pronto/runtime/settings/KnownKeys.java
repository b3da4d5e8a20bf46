package pronto.runtime.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import pronto.runtime.Settings;

/** Every key that may be set, read from the settings themselves. */
final class KnownKeys {

    /** The launcher's own. */
    private static final List<String> LAUNCHER = List.of("pronto.java.home", "pronto.java.options");

    private final TreeSet<String> keys = new TreeSet<>(LAUNCHER);

    KnownKeys() {
        add("pronto", Settings.class);
    }

    boolean has(ConfigurationPropertyName name) {
        return keys.contains(plain(name));
    }

    /** The key that was most likely meant; none where none looks like it. */
    Optional<String> nearestTo(ConfigurationPropertyName name) {
        var typed = plain(name);
        return keys.stream()
                .filter(key -> !LAUNCHER.contains(key))
                .min((one, other) -> Integer.compare(distance(one, typed), distance(other, typed)))
                .filter(key -> distance(key, typed) <= Math.max(2, (typed.length() - "pronto.".length()) / 3));
    }

    private void add(String key, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            add(key + "[]", list.getActualTypeArguments()[0]);
            keys.add(key);
        } else if (type instanceof Class<?> record && record.isRecord() && record.getEnclosingClass() != null
                || type == Settings.class) {
            for (var part : ((Class<?>) type).getRecordComponents()) {
                add(key + "." + part.getName().toLowerCase(Locale.ROOT), part.getGenericType());
            }
            // A list of these may be written in one line.
            if (key.endsWith("[]")) {
                keys.add(key);
            }
        } else {
            keys.add(key);
        }
    }

    private static String plain(ConfigurationPropertyName name) {
        var plain = new ArrayList<String>();
        for (int i = 0; i < name.getNumberOfElements(); i++) {
            if (name.isNumericIndex(i)) {
                plain.set(plain.size() - 1, plain.getLast() + "[]");
            } else {
                plain.add(name.getElement(i, ConfigurationPropertyName.Form.UNIFORM));
            }
        }
        return String.join(".", plain);
    }

    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}

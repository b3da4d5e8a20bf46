package pronto.house;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import pronto.Pronto;

/** The picture in {@code docs/architecture.md} is drawn from the code: a newcomer sees the house as it stands. */
class ModulesPictureTest {

    private static final Path PICTURE = Path.of("docs/pictures/modules.svg");
    private static final int WIDTH = 880;
    private static final int BOX = 120;
    private static final int HIGH = 38;
    private static final int ROW = 84;

    private record Place(int x, int y) {}

    @Test
    void a_newcomer_sees_the_modules_and_who_uses_whom() throws IOException {
        var drawn = draw(uses());

        if (Boolean.getBoolean("picture.write")) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, drawn);
        }
        assertThat(Files.readString(PICTURE))
                .as("docs/pictures/modules.svg is out of date: run ./mvnw test -Dtest=ModulesPictureTest"
                        + " -Dpicture.write=true")
                .isEqualTo(drawn);
    }

    /** What each module uses; the shared ones are used by all, so an arrow to them says nothing. */
    private static Map<String, TreeSet<String>> uses() {
        var shared = ModularityTest.ROWS.getFirst();
        var modules = ApplicationModules.of(Pronto.class);
        var uses = new TreeMap<String, TreeSet<String>>();
        modules.forEach(module -> {
            var used = new TreeSet<String>();
            module.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(other -> other.getIdentifier().toString())
                    .filter(other -> !shared.contains(other))
                    .forEach(used::add);
            uses.put(module.getIdentifier().toString(), used);
        });
        shared.forEach(name -> uses.put(name, new TreeSet<>()));
        return uses;
    }

    private static String draw(Map<String, TreeSet<String>> uses) {
        var places = places();
        var height = ModularityTest.ROWS.size() * ROW + 10;
        var lines = new ArrayList<String>();
        lines.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        .formatted(WIDTH, height)
                + " font-size=\"15\">");
        lines.add("<rect width=\"100%\" height=\"100%\" fill=\"#f7f6f3\"/>");
        uses.forEach((name, used) -> used.forEach(
                other -> lines.add(arrow(requireNonNull(places.get(name)), requireNonNull(places.get(other))))));
        places.forEach((name, place) -> lines.add(box(name, place)));
        lines.add("</svg>");
        return String.join("\n", lines) + "\n";
    }

    private static Map<String, Place> places() {
        var places = new LinkedHashMap<String, Place>();
        var rows = ModularityTest.ROWS;
        for (int row = 0; row < rows.size(); row++) {
            var names = rows.get(row);
            for (int i = 0; i < names.size(); i++) {
                var x = WIDTH * (i + 1) / (names.size() + 1) + (names.size() == 1 ? (row % 2 == 0 ? -90 : 90) : 0);
                places.put(names.get(i), new Place(x, (rows.size() - 1 - row) * ROW + ROW / 2));
            }
        }
        return places;
    }

    private static String arrow(Place from, Place to) {
        return String.format(
                Locale.ROOT,
                "<path d=\"M%d %d L%d %d\" stroke=\"#8d8fb8\" stroke-width=\"1.4\" fill=\"none\"/>",
                from.x(),
                from.y() + HIGH / 2,
                to.x(),
                to.y() - HIGH / 2);
    }

    private static String box(String name, Place place) {
        return "<g><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#ffffff\" stroke=\"#4646a8\"/>"
                        .formatted(place.x() - BOX / 2, place.y() - HIGH / 2, BOX, HIGH)
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#22223a\">%s</text></g>"
                        .formatted(place.x(), place.y() + 5, name);
    }
}

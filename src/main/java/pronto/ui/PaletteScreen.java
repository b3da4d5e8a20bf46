package pronto.ui;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers the command palette with what the modules find. */
@RestController
class PaletteScreen {

    record Group(String title, List<PaletteSource.Item> items) {}

    private static final int LONGEST = 200;

    private final ObjectProvider<PaletteSource> sources;

    PaletteScreen(ObjectProvider<PaletteSource> sources) {
        this.sources = sources;
    }

    @GetMapping("/palette")
    List<Group> find(@RequestParam String q, Reader reader, Text text) {
        var words = q.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            return List.of();
        }
        return sources.stream()
                .sorted(Comparator.comparingInt(PaletteSource::order))
                .map(source -> new Group(text.of(source.title()), source.find(words, reader)))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }
}

package pronto.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The pages of the settings, by their names, for who may open them. */
@Component
class SettingsInPalette implements PaletteSource {

    private final ObjectProvider<NavItem> items;
    private final Texts texts;

    SettingsInPalette(ObjectProvider<NavItem> items, Texts texts) {
        this.items = items;
        this.texts = texts;
    }

    @Override
    public String title() {
        return "ui.settings";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public List<Item> find(String words, Reader reader) {
        var text = texts.of(reader);
        var typed = words.toLowerCase(Locale.ROOT).split("\\s+");
        return items.stream()
                .filter(item -> item.group() == NavItem.Group.SETTINGS && item.shownTo(reader))
                .sorted(Comparator.comparingInt(NavItem::order))
                .map(item -> new Item(item.icon(), text.of(item.word()), text.of("ui.settings"), item.path()))
                .filter(item -> Stream.of(typed)
                        .allMatch(word -> (item.label() + " " + item.note())
                                .toLowerCase(Locale.ROOT)
                                .contains(word)))
                .toList();
    }
}

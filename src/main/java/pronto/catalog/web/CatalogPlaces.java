package pronto.catalog.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.catalog.Catalog;
import pronto.ui.NavItem;
import pronto.ui.PaletteSource;
import pronto.ui.Reader;

/** Where the catalog is found: in the navigation, and each of its parts in the palette. */
@Configuration(proxyBeanMethods = false)
class CatalogPlaces {

    @Bean
    NavItem catalogPlace() {
        return NavItem.main(65, "catalog.title", "/catalog", "split").keys("g k");
    }

    @Bean
    PaletteSource partsInPalette(Catalog catalog) {
        return new Found(catalog);
    }

    private record Found(Catalog catalog) implements PaletteSource {

        private static final int MOST = 6;

        @Override
        public String title() {
            return "catalog.title";
        }

        @Override
        public int order() {
            return 65;
        }

        @Override
        public List<Item> find(String words, Reader reader) {
            if (!reader.signedIn()) {
                return List.of();
            }
            return catalog.matching(new Catalog.Query(words, null, false, null, MOST)).stream()
                    .map(part -> new Item(
                            Drawn.icon(part.kind()), part.name(reader.language()), part.key(), Drawn.path(part)))
                    .toList();
        }
    }
}

package pronto.customers.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.customers.Customers;
import pronto.search.Match;
import pronto.search.Search;
import pronto.ui.NavItem;
import pronto.ui.PaletteSource;
import pronto.ui.Reader;

/** Where customers are found: in the navigation, and in the palette. */
@Configuration(proxyBeanMethods = false)
class CustomersNavigation {

    @Bean
    NavItem customersPlace() {
        return NavItem.main(60, "customers.title", "/customers", "building-2").keys("g u");
    }

    @Bean
    PaletteSource customersInPalette(Customers customers, Search search) {
        return new Found(customers, search);
    }

    private record Found(Customers customers, Search search) implements PaletteSource {

        private static final int MOST = 6;

        @Override
        public String title() {
            return "customers.title";
        }

        @Override
        public int order() {
            return 60;
        }

        @Override
        public List<Item> find(String words, Reader reader) {
            if (!reader.signedIn()) {
                return List.of();
            }
            var found = search.find(new Search.Query(words, Set.of("customer"), null, null, Set.of(), 0, MOST));
            var ids = found.matches().stream().map(Match::id).toList();
            var byId = customers.customers(ids);
            return ids.stream()
                    .map(byId::get)
                    .filter(Objects::nonNull)
                    .map(customer -> new Item("building-2", customer.name(), customer.code(), Paths.of(customer)))
                    .toList();
        }
    }
}

package pronto.sla.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.ui.NavItem;

/** Where the priority table is found. */
@Configuration(proxyBeanMethods = false)
class PriorityPlaces {

    @Bean
    NavItem priorityTablePlace() {
        return NavItem.setting(50, "sla.table", "/settings/priority", "gauge");
    }
}

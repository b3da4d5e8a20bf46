package pronto.sla.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.ui.NavItem;

/** Where calendars and plans are found: everybody reads them. */
@Configuration(proxyBeanMethods = false)
class PlansNavigation {

    @Bean
    NavItem plansPlace() {
        return NavItem.setting(50, "sla.plans", "/settings/plans", "hourglass");
    }

    @Bean
    NavItem calendarsPlace() {
        return NavItem.setting(52, "sla.calendars", "/settings/calendars", "calendar-clock");
    }
}

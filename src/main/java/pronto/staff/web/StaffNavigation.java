package pronto.staff.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.ui.NavItem;

/** Where the settings of staff are found, and by whom. */
@Configuration(proxyBeanMethods = false)
class StaffNavigation {

    @Bean
    NavItem settings() {
        return NavItem.main(90, "ui.settings", "/settings", "cog");
    }

    @Bean
    NavItem preferences() {
        return NavItem.setting(10, "staff.preferences", "/settings/preferences", "user");
    }

    @Bean
    NavItem people() {
        return NavItem.setting(20, "staff.people", "/settings/staff", "users").only("administrator");
    }

    @Bean
    NavItem teams() {
        return NavItem.setting(30, "staff.teams", "/settings/teams", "user-check")
                .only("lead", "manager", "administrator");
    }

    @Bean
    NavItem tokens() {
        return NavItem.setting(70, "staff.tokens", "/settings/tokens", "key-round")
                .only("administrator");
    }

    @Bean
    NavItem nodes() {
        return NavItem.setting(75, "staff.nodes", "/settings/nodes", "cog").only("administrator");
    }

    @Bean
    NavItem audit() {
        return NavItem.setting(80, "staff.audit", "/settings/audit", "scroll-text")
                .only("manager", "administrator", "auditor");
    }
}

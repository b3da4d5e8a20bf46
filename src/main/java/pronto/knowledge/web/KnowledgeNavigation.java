package pronto.knowledge.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.ui.NavItem;

/** The places of this module. */
@Configuration(proxyBeanMethods = false)
class KnowledgeNavigation {

    @Bean
    NavItem cannedAnswersPlace() {
        return NavItem.setting(40, "knowledge.answers", "/settings/answers", "zap");
    }
}

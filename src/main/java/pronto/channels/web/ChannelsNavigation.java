package pronto.channels.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.channels.outbox.OutboxPages;
import pronto.ui.NavItem;

/** The places of this module. */
@Configuration(proxyBeanMethods = false)
class ChannelsNavigation {

    @Bean
    NavItem outboxPlace(OutboxPages pages) {
        return NavItem.main(60, "channels.outbox", "/outbox", "send")
                .counting(reader -> shown(pages.troubles()), "outgoing");
    }

    @Bean
    NavItem mailSettingsPlace() {
        return NavItem.setting(60, "channels.signature", "/settings/mail", "mail");
    }

    @Bean
    NavItem mailboxesPlace() {
        return NavItem.setting(61, "channels.mailboxes", "/settings/mailboxes", "inbox");
    }

    private static @Nullable String shown(int troubles) {
        if (troubles == 0) {
            return null;
        }
        return troubles > OutboxPages.MANY ? OutboxPages.MANY + "+" : Integer.toString(troubles);
    }
}

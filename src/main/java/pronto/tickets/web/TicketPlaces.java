package pronto.tickets.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.ui.KeyList;
import pronto.ui.NavItem;

/** Where tickets are found in the navigation, and how many wait there. */
@Configuration(proxyBeanMethods = false)
class TicketPlaces {

    private static final String[] NEWS = {"ticket", "mention"};
    private static final String[] UNFILED = {"ticket", "unfiled"};

    private final Counts counts;

    TicketPlaces(Counts counts) {
        this.counts = counts;
    }

    @Bean
    NavItem queuePlace() {
        return NavItem.main(10, "tickets.nav.queue", "/", "inbox")
                .keys("g c")
                .also("/tickets")
                .counting(count(shown -> shown.shown(Lane.ALL)), NEWS);
    }

    @Bean
    NavItem searchPlace() {
        return NavItem.main(15, "tickets.search", "/search", "search").keys("g s");
    }

    @Bean
    NavItem minePlace() {
        return lane(10, Lane.MINE);
    }

    @Bean
    NavItem freePlace() {
        return lane(20, Lane.FREE);
    }

    @Bean
    NavItem unknownPlace() {
        return lane(30, Lane.UNKNOWN);
    }

    @Bean
    NavItem mentionsPlace() {
        return NavItem.view(40, "tickets.nav.mentions", "/mentions").counting(count(Counts.Shown::mentions), NEWS);
    }

    @Bean
    NavItem ownMailPlace() {
        return NavItem.setting(62, "tickets.automatic", "/settings/automatic", "refresh-cw");
    }

    @Bean
    NavItem spamPlace() {
        return lane(50, Lane.SPAM);
    }

    @Bean
    NavItem unfiledPlace() {
        return NavItem.view(60, "tickets.nav.unfiled", "/unfiled").counting(count(Counts.Shown::unfiled), UNFILED);
    }

    @Bean
    KeyList queueKeys() {
        return KeyList.of(
                10,
                "tickets.keys.list",
                "tickets.keys.next",
                "J",
                "tickets.keys.previous",
                "K",
                "tickets.keys.pick",
                "X",
                "tickets.keys.extend",
                "Shift J",
                "tickets.keys.extendUp",
                "Shift K",
                "tickets.keys.news",
                ".",
                "tickets.filter",
                "/",
                "tickets.new",
                "C",
                "tickets.bulk.clear",
                "Esc");
    }

    @Bean
    KeyList ticketKeys() {
        return KeyList.of(
                20,
                "tickets.keys.ticket",
                "tickets.reply",
                "R",
                "tickets.note",
                "N",
                "tickets.keys.take",
                "A",
                "tickets.act.screen",
                "P",
                "tickets.act.resolve",
                "E",
                "tickets.act.waiting",
                "W",
                "tickets.act.ask",
                "I",
                "tickets.tie",
                "L",
                "tickets.canned",
                "M",
                "tickets.copied.admit",
                "Y",
                "tickets.act.escalate",
                "S",
                "tickets.act.merge",
                "U",
                "tickets.act.split",
                "D",
                "tickets.keys.undo",
                "Z",
                "tickets.send",
                "Ctrl ↵",
                "tickets.keys.leave",
                "Esc");
    }

    private NavItem lane(int order, Lane lane) {
        return NavItem.view(order, "tickets.nav." + lane.spelled(), lane.path())
                .also("/tickets")
                .counting(count(shown -> shown.shown(lane)), NEWS);
    }

    private NavItem.Counter count(Function<Counts.Shown, @Nullable String> number) {
        return reader -> {
            var shown = counts.of(reader);
            return shown == null ? null : number.apply(shown);
        };
    }
}

package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import pronto.staff.Technician;
import pronto.tickets.work.Mentions;
import pronto.ui.Avatar;
import pronto.ui.View;

/** What calls somebody, the newest first; opening the ticket is having seen it. */
@Controller
class MentionsScreen {

    private static final int PAGE = 100;

    private final Mentions mentions;

    MentionsScreen(Mentions mentions) {
        this.mentions = mentions;
    }

    @GetMapping("/mentions")
    View show(Technician me) {
        return new MentionsView(mentions.of(me.id(), PAGE).stream()
                .map(one -> new MentionsView.Row(
                        word(one.about()),
                        icon(one.about()),
                        Avatar.of(one.writer()),
                        one.writer() == null ? "" : one.writer(),
                        one.code(),
                        one.subject(),
                        one.text(),
                        one.at(),
                        one.seen(),
                        Lane.ALL.path(one.code())))
                .toList());
    }

    private static String word(Mentions.About about) {
        return switch (about) {
            case NOTE -> "tickets.mentions.by";
            case LATE -> "tickets.mentions.late";
            case LOST -> "tickets.mentions.lost";
        };
    }

    private static @Nullable String icon(Mentions.About about) {
        return switch (about) {
            case NOTE -> null;
            case LATE -> "hourglass";
            case LOST -> "mail-warning";
        };
    }
}

package pronto.tickets.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.channels.Automatic;
import pronto.runtime.Spelling;
import pronto.tickets.intake.UnfiledMail;
import pronto.tickets.work.Lanes;
import pronto.ui.api.Cursor;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;

/** Mail that is on no ticket. */
@RestController
@RequestMapping("/api/v1/unfiled")
class UnfiledApi {

    record UnfiledJson(
            String id,

            @OneOf(names = {"automatic", "blocked", "ourOwn", "noSender", "unreadable"})
            String reason,

            @OneOf(Automatic.class) @Nullable String automatic,
            MessageJson.@Nullable PersonJson from,
            String subject,
            Instant receivedAt) {

        static UnfiledJson of(Lanes.Unfiled mail) {
            return new UnfiledJson(
                    Long.toString(mail.incoming()),
                    mail.reason(),
                    mail.automatic() == null ? null : Spelling.of(mail.automatic()),
                    mail.fromAddress() == null ? null : new MessageJson.PersonJson(mail.fromName(), mail.fromAddress()),
                    mail.subject(),
                    mail.receivedAt());
        }
    }

    private final Lanes lanes;
    private final UnfiledMail unfiled;
    private final Answers answers;

    UnfiledApi(Lanes lanes, UnfiledMail unfiled, Answers answers) {
        this.lanes = lanes;
        this.unfiled = unfiled;
        this.answers = answers;
    }

    @GetMapping
    Slice<UnfiledJson> list(Paging paging) {
        var before = paging.cursor() == null ? null : paging.cursor().number(0);
        return paging.page(lanes.unfiled(before, paging.fetch()), mail -> Cursor.at(mail.incoming()), UnfiledJson::of);
    }

    @PostMapping("/{id}/ticket")
    ResponseEntity<TicketJson> open(@PathVariable long id) {
        return answers.created(unfiled.open(id));
    }
}

package pronto.tickets.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.channels.IncomingMail;
import pronto.channels.IncomingMails;
import pronto.channels.Mailbox;
import pronto.files.Files;
import pronto.tickets.work.Lanes;
import pronto.ui.Needs;
import pronto.ui.NotFound;
import pronto.ui.Right;
import pronto.ui.View;

/** Mail that belongs to no ticket: what waits for a look, what was put away, and each of them to be read. */
@Controller
class UnfiledScreen {

    private static final int PAGE = 100;

    private final Lanes lanes;
    private final IncomingMails mails;
    private final Files files;

    UnfiledScreen(Lanes lanes, IncomingMails mails, Files files) {
        this.lanes = lanes;
        this.mails = mails;
        this.files = files;
    }

    @GetMapping("/unfiled")
    View show(@RequestParam(defaultValue = "false") boolean away) {
        return new UnfiledView(list(away));
    }

    @GetMapping("/unfiled/list")
    UnfiledList list(@RequestParam(defaultValue = "false") boolean away) {
        var rows = (away ? lanes.putAway(PAGE) : lanes.waiting(PAGE))
                .stream().map(UnfiledScreen::row).toList();
        return new UnfiledList(away, rows);
    }

    private static UnfiledList.Row row(Lanes.Unfiled mail) {
        return new UnfiledList.Row(
                mail.incoming(),
                mail.fromName() != null ? mail.fromName() : mail.fromAddress(),
                mail.subject(),
                mail.reason(),
                mail.receivedAt(),
                mail.away());
    }

    @GetMapping("/unfiled/{incoming}")
    @Needs(Right.WORK)
    View read(@PathVariable long incoming) {
        var row = found(incoming);
        var mail = mails.read(incoming);
        return new UnfiledMailView(
                acts(row),
                row.subject(),
                mail.from(),
                row.receivedAt(),
                named(mail.to()),
                named(mail.cc()),
                TrustMark.of(mail.trust(), mails.evidence(List.of(incoming)).get(incoming)),
                mail.unreadable() == null ? mail.fullText() : null,
                mail.unreadable() == null && mail.html() != null ? "/unfiled/" + incoming + "/html" : null,
                mail.remoteImages(),
                files(incoming, mail));
    }

    @GetMapping("/unfiled/{incoming}/acts")
    @Needs(Right.WORK)
    UnfiledActsView acts(@PathVariable long incoming) {
        return acts(found(incoming));
    }

    private static UnfiledActsView acts(Lanes.Unfiled mail) {
        return new UnfiledActsView(mail.incoming(), mail.reason(), mail.away());
    }

    @GetMapping("/unfiled/{incoming}/html")
    @Needs(Right.WORK)
    ResponseEntity<String> html(@PathVariable long incoming, @RequestParam(defaultValue = "0") boolean images) {
        found(incoming);
        var mail = mails.read(incoming);
        if (mail.html() == null) {
            throw new NotFound();
        }
        var pictures = new HashMap<String, String>();
        for (int i = 0; i < mail.attachments().size(); i++) {
            var named = mail.attachments().get(i).contentId();
            if (named != null) {
                pictures.putIfAbsent(FramedMail.bare(named), "/unfiled/" + incoming + "/attachments/" + i);
            }
        }
        return FramedMail.of(
                mail.html(),
                mail.language() == null ? "" : mail.language(),
                images,
                named -> Optional.ofNullable(pictures.get(named)));
    }

    @GetMapping("/unfiled/{incoming}/attachments/{position}")
    @Needs(Right.WORK)
    ResponseEntity<InputStreamResource> attachment(@PathVariable long incoming, @PathVariable int position)
            throws IOException {
        found(incoming);
        var lying = mails.read(incoming).attachments();
        if (position < 0 || position >= lying.size()) {
            throw new NotFound();
        }
        var file = lying.get(position);
        return Attachments.file(file.name(), file.contentType(), file.size(), files.open(file.file()));
    }

    private Lanes.Unfiled found(long incoming) {
        return lanes.unfiled(incoming).orElseThrow(NotFound::new);
    }

    private static List<String> named(List<Mailbox> people) {
        return people.stream().map(Mailbox::address).toList();
    }

    private static List<TalkView.FileLink> files(long incoming, IncomingMail mail) {
        var links = new ArrayList<TalkView.FileLink>();
        for (int i = 0; i < mail.attachments().size(); i++) {
            var file = mail.attachments().get(i);
            if (!file.inline()) {
                links.add(new TalkView.FileLink(
                        file.name(),
                        file.size(),
                        "/unfiled/" + incoming + "/attachments/" + i,
                        SaidViews.icon(file.contentType())));
            }
        }
        return links;
    }
}

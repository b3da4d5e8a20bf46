package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pronto.customers.Customers;
import pronto.files.Files;
import pronto.knowledge.Articles;
import pronto.knowledge.CannedAnswers;
import pronto.staff.Technician;
import pronto.tickets.work.LetterDrafts;
import pronto.ui.View;

/** What lies beside a first message while it is written: its draft, files, canned answers, and whom one knows. */
@Controller
@RequestMapping("/tickets/new")
class LetterDesk {

    static final String DRAFT = "/tickets/new/draft";

    private static final int FEW = 12;

    private final LetterDrafts drafts;
    private final Files kept;
    private final SideViews sides;
    private final Customers customers;
    private final CannedAnswers answers;
    private final Articles articles;

    LetterDesk(
            LetterDrafts drafts,
            Files kept,
            SideViews sides,
            Customers customers,
            CannedAnswers answers,
            Articles articles) {
        this.drafts = drafts;
        this.kept = kept;
        this.sides = sides;
        this.customers = customers;
        this.answers = answers;
        this.articles = articles;
    }

    @PutMapping("/draft")
    View save(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String cc,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String html,
            Technician me) {
        drafts.save(me.id(), new LetterDrafts.Words(to, cc, subject, html));
        return View.none();
    }

    @PostMapping("/draft/files")
    View attach(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean inline,
            Technician me,
            HttpServletResponse response)
            throws IOException {
        try (var bytes = file.getInputStream()) {
            drafts.attach(me.id(), Uploads.of(file, inline, response), bytes);
        }
        return files(me);
    }

    @DeleteMapping("/draft/files/{position}")
    View detach(@PathVariable int position, Technician me) {
        drafts.detach(me.id(), position);
        return files(me);
    }

    @GetMapping("/draft/pictures/{contentId}")
    ResponseEntity<InputStreamResource> picture(@PathVariable String contentId, Technician me) throws IOException {
        return Pictures.served(drafts.files(me.id()), contentId, kept);
    }

    @GetMapping("/customers")
    View customers(@RequestParam(defaultValue = "") String q) {
        return new LetterKnown(sides.startingWith(q), List.of());
    }

    /** One address each: the first is the one they are written at. */
    @GetMapping("/contacts")
    View contacts(@RequestParam String customer) {
        return new LetterKnown(
                List.of(),
                customers.byCode(customer).stream()
                        .flatMap(known -> customers.contactsOf(known.id(), FEW).stream())
                        .filter(contact -> !contact.emails().isEmpty())
                        .map(contact -> new LetterKnown.Person(
                                contact.name(), contact.emails().getFirst()))
                        .toList());
    }

    @GetMapping("/dialogs/canned")
    View dialog(Technician me) {
        return new CannedDialog("new", found("", me));
    }

    @GetMapping("/canned")
    View canned(@RequestParam(defaultValue = "") String q, Technician me) {
        return found(q, me);
    }

    private CannedList found(String q, Technician me) {
        var values = Map.of("technician.name", me.name());
        return new CannedList(
                answers.offered(q, me.language(), me.teams(), FEW).stream()
                        .map(answer -> CannedList.Answer.of(answer.name(), answers.fill(answer, values)))
                        .toList(),
                CannedList.articles(articles.quotable(q, me.language(), FEW)));
    }

    private LetterFiles files(Technician me) {
        return new LetterFiles(ComposerViews.files(drafts.files(me.id())));
    }
}

package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.runtime.Spelling;
import pronto.tickets.LinkEnded;
import pronto.tickets.Opinion;
import pronto.tickets.Opinions;
import pronto.tickets.Satisfaction;
import pronto.tickets.Tickets;
import pronto.tickets.TooOften;
import pronto.ui.Anyone;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Refusal;
import pronto.ui.Texts;
import pronto.ui.View;

/** Where a customer says whether they are content, by the link in the mail. Opening it changes nothing. */
@Controller
@Anyone
@RequestMapping("/satisfaction/{token}")
class SatisfactionScreen {

    private final Opinions opinions;
    private final Tickets tickets;
    private final Texts texts;

    SatisfactionScreen(Opinions opinions, Tickets tickets, Texts texts) {
        this.opinions = opinions;
        this.tickets = tickets;
        this.texts = texts;
    }

    @GetMapping
    View show(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable String said) {
        var opinion = opinions.look(token);
        return view(token, opinion, choice(answer).orElse(opinion.answer()), opinion.comment(), said != null, null);
    }

    @PostMapping
    View say(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String comment,
            HttpServletResponse response) {
        var opinion = opinions.look(token);
        try {
            opinions.say(token, choice(answer).orElseThrow(() -> Invalid.missing("answer")), comment);
            return Go.to("/satisfaction/" + token + "?said");
        } catch (Invalid | TooOften refusal) {
            response.setStatus(refusal.kind().status());
            return view(token, opinion, choice(answer).orElse(null), comment, false, refusal);
        }
    }

    private static Optional<Satisfaction> choice(String said) {
        return Stream.of(Satisfaction.values())
                .filter(one -> Spelling.of(one).equals(said))
                .findFirst();
    }

    private SatisfactionView view(
            String token,
            Opinion opinion,
            @Nullable Satisfaction chosen,
            String comment,
            boolean said,
            @Nullable Refusal refusal) {
        var words = texts.in(opinion.language(), ZoneOffset.UTC);
        return new SatisfactionView(
                token,
                tickets.ticket(opinion.ticket()).code(),
                chosen,
                comment,
                opinion.endsAt(),
                said,
                words,
                refusal == null ? null : texts.refusal(words, refusal));
    }

    @ExceptionHandler
    View ended(LinkEnded refusal, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_GONE);
        return new AskedEndedView();
    }
}

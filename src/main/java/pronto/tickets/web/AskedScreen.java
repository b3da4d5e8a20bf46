package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pronto.files.Files;
import pronto.runtime.Spelling;
import pronto.tickets.Asking;
import pronto.tickets.Askings;
import pronto.tickets.EmptyMessage;
import pronto.tickets.LinkEnded;
import pronto.tickets.Message;
import pronto.tickets.Tickets;
import pronto.tickets.TooOften;
import pronto.ui.Anyone;
import pronto.ui.Go;
import pronto.ui.Refusal;
import pronto.ui.Text;
import pronto.ui.Texts;
import pronto.ui.View;

/** Where a customer sends what we asked for, by the link in the mail. Opening it changes nothing. */
@Controller
@Anyone
@RequestMapping("/asked/{token}")
class AskedScreen {

    private static final int MOST_FILES = 10;
    private static final int LONGEST = 20_000;

    private final Askings askings;
    private final Tickets tickets;
    private final Files files;
    private final Texts texts;

    AskedScreen(Askings askings, Tickets tickets, Files files, Texts texts) {
        this.askings = askings;
        this.tickets = tickets;
        this.files = files;
        this.texts = texts;
    }

    @GetMapping
    View show(@PathVariable String token, @RequestParam(required = false) @Nullable String sent) {
        return view(token, askings.look(token), sent != null);
    }

    @PostMapping
    View send(
            @PathVariable String token,
            @RequestParam(defaultValue = "") List<String> done,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response)
            throws IOException {
        var asking = askings.look(token);
        var answer = answer(asking, done, form, files == null ? List.of() : files);
        try {
            askings.answer(token, answer);
            return Go.to("/asked/" + token + "?sent");
        } catch (EmptyMessage | TooOften refusal) {
            return again(view(token, asking, false), refusal, answer, response);
        }
    }

    private Asking.Answer answer(
            Asking asking, List<String> done, Map<String, String> form, List<MultipartFile> attached)
            throws IOException {
        var kept = new ArrayList<Message.File>();
        for (var file : attached.stream()
                .filter(one -> !one.isEmpty())
                .limit(MOST_FILES)
                .toList()) {
            try (var bytes = file.getInputStream()) {
                kept.add(Uploads.attached(file).keptAs(files.put(bytes)));
            }
        }
        // What stood ticked when the page was drawn is no news.
        var ticked = asking.items().stream()
                .filter(item -> !item.done())
                .map(Asking.Item::what)
                .filter(what -> done.contains(Spelling.of(what)))
                .toList();
        var notes = asking.items().stream()
                .map(item -> new Asking.Item(item.what(), item.done(), said(form, "note." + Spelling.of(item.what()))))
                .toList();
        return new Asking.Answer(ticked, notes, said(form, "text"), kept);
    }

    private static String said(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "").replace("\0", "");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private AskedView view(String token, Asking asking, boolean sent) {
        return AskedView.of(token, tickets.ticket(asking.ticket()).code(), asking, words(asking), sent);
    }

    private Text words(Asking asking) {
        return texts.in(asking.language(), ZoneOffset.UTC);
    }

    private View again(AskedView view, Refusal refusal, Asking.Answer typed, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        return view.refusedBy(texts.refusal(view.words(), refusal), typed);
    }

    @ExceptionHandler
    View ended(LinkEnded refusal, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_GONE);
        return new AskedEndedView();
    }
}

package pronto.knowledge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleState;
import pronto.knowledge.Articles;
import pronto.knowledge.articles.Comparison;
import pronto.staff.Me;
import pronto.staff.Staff;
import pronto.ui.Act;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.NotFound;
import pronto.ui.Refusal;
import pronto.ui.Right;
import pronto.ui.Text;
import pronto.ui.Texts;
import pronto.ui.View;
import pronto.ui.api.Changed;

/** Writes an article: nothing that was typed is lost by an error, nor by somebody who was quicker. */
@Controller
class EditorScreen {

    private final Articles articles;
    private final Staff staff;
    private final Texts texts;
    private final TransactionTemplate transaction;

    EditorScreen(Articles articles, Staff staff, Texts texts, TransactionTemplate transaction) {
        this.articles = articles;
        this.staff = staff;
        this.texts = texts;
        this.transaction = transaction;
    }

    @GetMapping("/knowledge/new")
    @Needs(Right.WORK)
    View blank(@RequestParam(defaultValue = "") String kind, Me me) {
        var chosen = kind.equals("canned") ? ArticleKind.CANNED : ArticleKind.GUIDELINE;
        return editor(null, ArticleForm.blank(chosen), me);
    }

    @GetMapping("/knowledge/{id}/edit")
    @Needs(Right.WORK)
    View edit(@PathVariable long id, Me me) {
        var article = there(id);
        return editor(article, ArticleForm.of(article), me);
    }

    @PostMapping("/knowledge")
    View add(
            @ModelAttribute ArticleForm form,
            Me me,
            Text text,
            Act act,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (form.then().equals("preview")) {
            return editor(null, form, me).previewing();
        }
        try {
            var added = act.once(() -> {
                var article = articles.add(form.draft(me.may(Right.LEAD), null), me.actor());
                return then(form, article, me).id();
            });
            return Go.to("/knowledge/" + added);
        } catch (Refusal refusal) {
            return again(editor(null, form, me), refusal, text, request, response);
        }
    }

    @PostMapping("/knowledge/{id}")
    View change(
            @PathVariable long id,
            @ModelAttribute ArticleForm form,
            Me me,
            Text text,
            HttpServletRequest request,
            HttpServletResponse response) {
        var there = there(id);
        if (form.then().equals("preview")) {
            return editor(there, form, me).previewing();
        }
        try {
            var draft = form.draft(me.may(Right.LEAD), there);
            transaction.executeWithoutResult(status -> {
                var changed = articles.change(id, draft, ArticleScreen.seen(form.revision()), me.actor());
                then(form, changed, me);
            });
            return Go.to("/knowledge/" + id);
        } catch (Changed quicker) {
            if (!isPart(request)) {
                response.setStatus(quicker.kind().status());
            }
            return conflict(there(id), form, me);
        } catch (Refusal refusal) {
            return again(editor(there, form, me), refusal, text, request, response);
        }
    }

    private Article then(ArticleForm form, Article article, Me me) {
        if (form.then().equals("publish") && article.state() != ArticleState.PUBLISHED) {
            me.need(Right.LEAD);
            return articles.publish(article.id(), revision -> {}, me.actor());
        }
        if (form.then().equals("review") && article.state() == ArticleState.DRAFT) {
            return articles.askForReview(article.id(), revision -> {}, me.actor());
        }
        return article;
    }

    /** Whoever saves after this has seen both, so their text goes on top of the other. */
    private EditorView conflict(Article there, ArticleForm form, Me me) {
        var newest = there.newest();
        var editor = editor(there, form.seenAs(there.revision()), me);
        return new EditorView(
                there,
                editor.form(),
                editor.teams(),
                editor.mayPublish(),
                false,
                null,
                new EditorView.Conflict(
                        newest.by(),
                        there.updatedAt(),
                        newest.number(),
                        Comparison.of(newest.it(), form.written(form.it())),
                        Comparison.of(newest.en(), form.written(form.en()))));
    }

    private EditorView editor(@Nullable Article article, ArticleForm form, Me me) {
        return EditorView.of(article, form, staff.teams(), me.may(Right.LEAD));
    }

    /** With scripts the sentence goes beside its field; without them the form comes again as it was sent. */
    private View again(
            EditorView editor, Refusal refusal, Text text, HttpServletRequest request, HttpServletResponse response) {
        if (isPart(request)) {
            throw refusal;
        }
        response.setStatus(refusal.kind().status());
        return editor.refusedBy(texts.refusal(text, refusal));
    }

    private static boolean isPart(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private Article there(long id) {
        return articles.find(id).orElseThrow(NotFound::new);
    }
}

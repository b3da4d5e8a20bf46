package pronto.ui.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import pronto.runtime.answers.KeptAnswer;
import pronto.runtime.answers.KeptAnswers;

/**
 * A request that may be sent twice: what it did and what was answered are one transaction, so there is no moment at
 * which a crash could leave one without the other.
 */
@Component
@Order(0) // behind the filters that say who is asking
class Idempotency extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private final KeptAnswers answers;
    private final TransactionTemplate transaction;
    private final Problems problems;

    Idempotency(KeptAnswers answers, TransactionTemplate transaction, Problems problems) {
        this.answers = answers;
        this.transaction = transaction;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || request.getUserPrincipal() == null
                || !Problems.concern(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            problems.answer(request, response, Reason.field("idempotency-key-unreadable", HEADER));
            return;
        }
        var asked = new ReadRequest(request);
        var answer = new ContentCachingResponseWrapper(response);
        var once = new Once(answers, request.getUserPrincipal().getName(), key, asked.hash());
        try {
            switch (passOnce(once, asked, answer, chain)) {
                case Earlier.None none -> finish(once, asked, answer);
                case Earlier.Running running -> problems.answer(request, response, Reason.of("still-running", 409));
                case Earlier.Answered answered -> repeat(once, answered.kept(), asked, response);
            }
        } catch (TransactionException unknown) {
            // The answer of the commit was lost: whether it happened is unknown, and the same key will tell.
            response.reset();
            problems.answer(request, response, Reasons.unavailable());
        }
    }

    private Earlier passOnce(Once once, ReadRequest asked, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        try {
            return transaction.execute(status -> {
                var earlier = once.earlier();
                if (earlier instanceof Earlier.None) {
                    pass(asked, answer, chain);
                    if (answer.getStatus() < 400) {
                        once.keep(answer);
                    } else {
                        status.setRollbackOnly();
                    }
                }
                return earlier;
            });
        } catch (FailedPassage failed) {
            throw failed.asThrown();
        }
    }

    /** A refusal did nothing, so it is kept by itself, unless it says "later" or "who are you". */
    private void finish(Once once, ReadRequest asked, ContentCachingResponseWrapper answer) throws IOException {
        var status = answer.getStatus();
        var lasting = status >= 400 && status < 500 && status != 401 && status != 429;
        var earlier = lasting ? transaction.execute(own -> once.keepRefusal(answer)) : new Earlier.None();
        if (earlier instanceof Earlier.Answered answered) {
            repeat(once, answered.kept(), asked, (HttpServletResponse) answer.getResponse());
        } else {
            answer.copyBodyToResponse();
        }
    }

    private void repeat(Once once, KeptAnswer kept, ReadRequest asked, HttpServletResponse response)
            throws IOException {
        if (!once.sameRequest(kept)) {
            problems.answer(asked, response, Reason.field("idempotency-key-used", HEADER));
            return;
        }
        response.setStatus(kept.status());
        response.setContentType(kept.contentType());
        kept.headers().forEach(response::setHeader);
        response.setHeader("Idempotent-Replayed", "true");
        response.setContentLength(kept.body().length);
        response.getOutputStream().write(kept.body());
    }

    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new FailedPassage(e);
        }
    }

    /** Carries what a filter may throw through a transaction, which rolls back. */
    private static final class FailedPassage extends RuntimeException {

        private final Exception thrown;

        FailedPassage(Exception thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        ServletException asThrown() throws IOException {
            if (thrown instanceof IOException io) {
                throw io;
            }
            return thrown instanceof ServletException servlet ? servlet : new ServletException(thrown);
        }
    }
}

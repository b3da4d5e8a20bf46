package pronto.ui.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import pronto.ui.Largest;
import pronto.ui.TooLarge;

/** A program sends as much as the largest file needs and no more, whether it says beforehand how much or not. */
@Component
@Order(-1) // behind the filters that say who is asking, before anything reads
class Bounded extends OncePerRequestFilter {

    private final Largest largest;
    private final Problems problems;

    Bounded(Largest largest, Problems problems) {
        this.largest = largest;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Problems.concern(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest.json().toBytes()) {
            problems.answer(request, response, new TooLarge(largest.json()));
            return;
        }
        try {
            chain.doFilter(new BoundedRequest(request, largest.json()), response);
        } catch (TooLarge refusal) {
            problems.answer(request, response, refusal);
        }
    }
}

package pronto.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import pronto.runtime.answers.KeptAnswers;

/** Gives a controller method the {@link Act} that the request is about. */
class ActArgument implements HandlerMethodArgumentResolver {

    private static final String KEY = "Idempotency-Key";

    private final Screens screens;
    private final KeptAnswers answers;
    private final TransactionTemplate transaction;

    ActArgument(Screens screens, KeptAnswers answers, TransactionTemplate transaction) {
        this.screens = screens;
        this.answers = answers;
        this.transaction = transaction;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Act.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var reader = screens.reader(request);
        var key = request.getHeader(KEY);
        if (key != null && !key.matches("[!-~]{1,100}")) {
            throw new Invalid("idempotency-key-unreadable", KEY);
        }
        return new Act(answers, transaction, "technician " + reader.id(), key, hash(request));
    }

    /** Tells what is asked from everything else that might bear the same key. */
    private static String hash(HttpServletRequest request) {
        var hash = Hash.sha256();
        hash.update((request.getMethod() + " " + request.getRequestURI()).getBytes(UTF_8));
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                hash.update(("\n" + name + "\n" + String.join("\n", values)).getBytes(UTF_8));
            }
        });
        return HexFormat.of().formatHex(hash.digest());
    }
}

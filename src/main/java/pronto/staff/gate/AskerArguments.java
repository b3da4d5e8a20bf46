package pronto.staff.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import pronto.staff.Me;
import pronto.staff.Technician;
import pronto.staff.signin.Session;
import pronto.timeline.Actor;
import pronto.ui.NotAllowed;

/** Gives a controller who is asking, as the type it wants to know it by. */
@Component
class AskerArguments implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> TYPES = Set.of(Me.class, Technician.class, Actor.class, Session.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var asker = SignedIn.of(request).orElseThrow(NotAllowed::new);
        var type = parameter.getParameterType();
        if (type == Me.class) {
            return asker.me();
        }
        if (type == Actor.class) {
            return asker.me().actor();
        }
        if (type == Technician.class) {
            return asker.me().person();
        }
        var session = asker.session();
        if (session == null) {
            throw new NotAllowed();
        }
        return session;
    }
}

package pronto.ui.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;
import pronto.ui.Invalid;

/** Refuses parameters and fields of forms that cannot be kept, of programs and people alike. */
class KeepableParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            if (!Arrays.stream(values).allMatch(KeepableText::holds)) {
                throw new Invalid("unreadable-field", name, Map.of("field", name));
            }
        });
        return true;
    }
}

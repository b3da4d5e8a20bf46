package pronto.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Draws the view that a controller method returns. */
class ViewReturn implements HandlerMethodReturnValueHandler {

    private final Screens screens;

    ViewReturn(Screens screens) {
        this.screens = screens;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return View.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object view, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws Exception {
        container.setRequestHandled(true);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        screens.answer((View) Objects.requireNonNull(view), request, response);
    }
}

package pronto.ui.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pronto.runtime.ChangeFeed;
import pronto.ui.Page;

/** Marks each request for a page, before it reads anything, with how far this node has heard. */
@Component
class DrawnAt implements HandlerInterceptor, WebMvcConfigurer {

    private final ChangeFeed feed;

    DrawnAt(ChangeFeed feed) {
        this.feed = feed;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**", "/assets/**", "/actuator/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(Page.DRAWN_AT, feed.told());
        return true;
    }
}

package pronto.ui.api;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever declares a resolver as a bean has it used. */
@Configuration(proxyBeanMethods = false)
class ArgumentResolvers implements WebMvcConfigurer {

    private final List<HandlerMethodArgumentResolver> resolvers;

    ArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        this.resolvers = resolvers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> known) {
        known.addAll(resolvers);
    }
}

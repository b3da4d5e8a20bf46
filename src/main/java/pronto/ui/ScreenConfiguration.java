package pronto.ui;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pronto.runtime.answers.KeptAnswers;

/** Teaches Spring's web layer our views, who reads them, and where our files lie. */
@Configuration(proxyBeanMethods = false)
class ScreenConfiguration implements WebMvcConfigurer {

    private final Screens screens;
    private final Assets assets;
    private final KeptAnswers answers;
    private final TransactionTemplate transaction;

    ScreenConfiguration(Screens screens, Assets assets, KeptAnswers answers, TransactionTemplate transaction) {
        this.screens = screens;
        this.assets = assets;
        this.answers = answers;
        this.transaction = transaction;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new ViewReturn(screens));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ReaderArgument(screens));
        resolvers.add(new ActArgument(screens, answers, transaction));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(assets.path("**"))
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        // While nodes are replaced one by one, a page of one may ask another for a version it does not have.
        registry.addResourceHandler(Assets.ROOT + "*/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noStore())
                .resourceChain(false)
                .addResolver(new AnyVersion());
    }
}

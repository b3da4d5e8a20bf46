package pronto.browser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import pronto.runtime.ChangeFeed;
import pronto.ui.Reader;
import pronto.ui.Readers;

/** The console without the rest of the house: how views are drawn, with screens that a test brings along. */
public final class Stage implements AutoCloseable {

    /** The moment at which everything on stage happens. */
    public static final Instant NOW = Instant.parse("2026-11-23T09:04:00Z");

    /** What the real house answers too: no script but ours, nothing from elsewhere. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private final ConfigurableApplicationContext context;

    private Stage(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Stage with(Class<?>... screens) {
        var parts =
                Stream.concat(Stream.of(House.class), Arrays.stream(screens)).toArray(Class<?>[]::new);
        return new Stage(new SpringApplicationBuilder(parts).run("--server.port=0", "--pronto.http.address=127.0.0.1"));
    }

    public String root() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        MultipartAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "pronto.ui",
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "pronto\\.ui\\.api\\..*"))
    static class House {

        @Bean
        InstantSource time() {
            return InstantSource.fixed(NOW);
        }

        /** Nothing ever changes on stage. */
        @Bean
        ChangeFeed feed() {
            var here = new ChangeFeed.Place(new UUID(0, 0), 0, 0);
            return new ChangeFeed() {

                @Override
                public Place now() {
                    return here;
                }

                @Override
                public Place told() {
                    return here;
                }

                @Override
                public Optional<Batch> after(Place place, int limit) {
                    return Optional.of(new Batch(List.of(), here));
                }
            };
        }

        @Bean
        Readers readers() {
            return House::reader;
        }

        private static Reader reader(HttpServletRequest request) {
            return new Reader(
                    1L,
                    "Marta Grassi",
                    "LEAD",
                    Reader.languageOf(request.getLocale()),
                    ZoneId.of("Europe/Rome"),
                    "system",
                    true,
                    "mark");
        }

        @Bean
        FilterRegistrationBean<jakarta.servlet.Filter> policy() {
            return new FilterRegistrationBean<>((request, response, chain) -> {
                ((jakarta.servlet.http.HttpServletResponse) response).setHeader("Content-Security-Policy", POLICY);
                chain.doFilter(request, response);
            });
        }
    }
}

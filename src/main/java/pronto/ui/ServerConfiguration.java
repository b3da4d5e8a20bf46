package pronto.ui;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What the web server itself is told. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** Last, so that it stands before the server's own page. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals(ObjectProvider<Screens> screens) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusedByServer(screens.getObject())));
    }
}

package pronto.ui;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What the web server itself is told. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** A file that a mail could carry may be laid on one. */
    @Bean
    MultipartConfigElement uploads(Largest largest) {
        var uploads = new MultipartConfigFactory();
        uploads.setMaxFileSize(largest.file());
        uploads.setMaxRequestSize(largest.form());
        return uploads.createMultipartConfig();
    }

    /** Much of what is too large is still read, for a browser hears no answer before it has sent all. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience(Largest largest) {
        var most = Long.toString(Math.min(Integer.MAX_VALUE, 4 * largest.form().toBytes()));
        return server -> server.addConnectorCustomizers(connector -> {
            if (!connector.setProperty("maxSwallowSize", most)) {
                throw new IllegalStateException("the web server knows no maxSwallowSize");
            }
        });
    }

    /** Last, so that it stands before the server's own page. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals(ObjectProvider<Screens> screens) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusedByServer(screens.getObject())));
    }
}

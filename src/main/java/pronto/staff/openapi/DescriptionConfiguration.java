package pronto.staff.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import pronto.runtime.Version;
import pronto.staff.Me;
import pronto.staff.Technician;
import pronto.staff.signin.Session;
import pronto.timeline.Actor;
import pronto.ui.Reader;
import pronto.ui.Text;
import pronto.ui.api.Paging;

/** What the description says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    static {
        // These come from the request itself and are nothing that a program sends.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Me.class, Technician.class, Actor.class, Session.class, Reader.class, Text.class, Paging.class);
    }

    /** Comes first, so that it is asked last: it answers for every type and asks nobody else. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }

    @Bean
    @Lazy
    OpenAPI description(Version version) {
        return new OpenAPI()
                .info(new Info()
                        .title("Pronto")
                        .version(version.toString())
                        .description("A change of state is a thing that is created. Lists are {items, next}; what goes"
                                + " wrong is told as RFC 9457 problems; an Idempotency-Key makes a POST safe to"
                                + " send again for seven days.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}

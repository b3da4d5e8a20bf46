package pronto.staff.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import pronto.staff.gate.Gate;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;

/** What the description says about one route: its name, what it needs, and what all routes have alike. */
@Component
class DescribedRoute implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod route) {
        var resource = resource(route);
        var does = words(route.getMethod().getName());
        operation.setTags(List.of(resource));
        operation.setOperationId(resource + "." + route.getMethod().getName());
        operation.setSummary(Character.toUpperCase(does.charAt(0)) + does.substring(1));
        Gate.needed(route, writes(route) ? "POST" : "GET")
                .ifPresent(needed -> operation.setDescription(
                        "Needs the right to " + needed.name().toLowerCase(Locale.ROOT) + "."));
        if (takesPaging(route)) {
            operation.addParametersItem(query(
                    "limit",
                    new IntegerSchema()
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(Paging.MOST))
                            ._default(Paging.USUAL)));
            operation.addParametersItem(query("cursor", new StringSchema()));
        }
        if (route.hasMethodAnnotation(PostMapping.class)) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("Idempotency-Key")
                    .required(false)
                    .schema(new StringSchema().maxLength(255)));
        }
        limit(operation, route);
        DescribedAnswers.of(operation, route);
        return operation;
    }

    /** Parameters that are one of a few. */
    private static void limit(Operation operation, HandlerMethod route) {
        for (var parameter : route.getMethodParameters()) {
            var one = parameter.getParameterAnnotation(OneOf.class);
            if (one != null && operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(described -> described.getName().equals(parameter.getParameterName()))
                        .forEach(described -> Choices.limit(described.getSchema(), Choices.of(one)));
            }
        }
    }

    private static boolean writes(HandlerMethod route) {
        return !route.hasMethodAnnotation(GetMapping.class);
    }

    private static boolean takesPaging(HandlerMethod route) {
        return Arrays.stream(route.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(Paging.class::equals);
    }

    /** {@code StaffApi} is staff, {@code PickupController} is pickup. */
    private static String resource(HandlerMethod route) {
        var name = route.getBeanType().getSimpleName().replaceFirst("(Api|Controller)$", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String words(String camel) {
        return camel.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(false).schema(schema);
    }
}

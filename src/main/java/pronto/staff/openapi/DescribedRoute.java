package pronto.staff.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import pronto.staff.Rights;
import pronto.staff.Scope;
import pronto.staff.gate.Gate;
import pronto.ui.Right;
import pronto.ui.Text;
import pronto.ui.Texts;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;

/** What the description says about one route: its name, what it needs, and what all routes have alike. */
@Component
class DescribedRoute implements OperationCustomizer {

    static final String SCOPES = "x-scopes";

    private static final Map<String, String> PARAMETERS = Map.of(
            "limit", "How many at most.",
            "cursor", "Where to go on: the next of the page before.",
            "If-Match", "The ETag you have seen; where it is another one by now, nothing is done and 412 says so.",
            "Idempotency-Key",
                    "A text of your own: sent again with it within seven days, the same answer comes and"
                            + " nothing is done twice.");

    private final Text english;

    DescribedRoute(Texts texts) {
        this.english = texts.in("en", ZoneOffset.UTC);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod route) {
        var resource = resource(route);
        var id = resource + "." + route.getMethod().getName();
        operation.setTags(List.of(resource));
        operation.setOperationId(id);
        operation.setSummary(english.of("staff.api.does." + id));
        Gate.needed(route, writes(route) ? "POST" : "GET").ifPresent(needed -> need(operation, needed));
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
        explain(operation);
        DescribedAnswers.of(operation, route);
        return operation;
    }

    private static void need(Operation operation, Right right) {
        var scopes = Arrays.stream(Scope.values())
                .filter(scope -> Rights.of(scope).contains(right))
                .map(Scope::text)
                .toList();
        operation.addExtension(SCOPES, scopes);
        operation.setDescription("Needs the right to " + right.name().toLowerCase(Locale.ROOT)
                + ", which a token has with one of these scopes: " + String.join(", ", scopes) + ".");
    }

    private static void explain(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> PARAMETERS.containsKey(parameter.getName()))
                    .forEach(parameter -> parameter.setDescription(PARAMETERS.get(parameter.getName())));
        }
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

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(false).schema(schema);
    }
}

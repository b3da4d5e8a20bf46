package pronto.staff.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;
import pronto.staff.gate.Gate;

/** The answers of one route: what it makes, and in which ways it says no. */
final class DescribedAnswers {

    private DescribedAnswers() {}

    static void of(Operation operation, HandlerMethod route) {
        var answers = operation.getResponses();
        var reads = route.hasMethodAnnotation(GetMapping.class);
        if (route.getMethod().getGenericReturnType().getTypeName().contains("Resource")) {
            answers.addApiResponse("200", bytes());
        }
        if (ResponseEntity.class.equals(route.getReturnType().getParameterType())) {
            if (route.hasMethodAnnotation(PostMapping.class)) {
                answers.addApiResponse("201", made(answers));
                answers.remove("200");
            } else if (route.hasMethodAnnotation(PutMapping.class)) {
                answers.addApiResponse("201", made(answers));
            }
        }
        refusals(operation, route, reads).forEach((status, why) -> answers.addApiResponse(status, problem(why)));
    }

    private static ApiResponse bytes() {
        var media = new MediaType().schema(new StringSchema().format("binary"));
        return new ApiResponse().description("The bytes").content(new Content().addMediaType("*/*", media));
    }

    private static ApiResponse made(ApiResponses answers) {
        return new ApiResponse()
                .description("Made")
                .content(Objects.requireNonNull(answers.get("200")).getContent())
                .addHeaderObject("Location", new Header().schema(new StringSchema().format("uri-reference")));
    }

    private static Map<String, String> refusals(Operation operation, HandlerMethod route, boolean reads) {
        var why = new TreeMap<String, String>();
        why.put("default", "Why not");
        if (Gate.needed(route, reads ? "GET" : "POST").isPresent()) {
            why.put("401", "No token, or one that opens nothing");
            why.put("403", "The token has not the right");
            why.put("429", "Asked too often: go on after Retry-After seconds");
        }
        if (takes(operation, "path")) {
            why.put("404", "There is none, or it is not yours");
        }
        if (operation.getRequestBody() != null || takes(operation, "query")) {
            why.put("422", "A field cannot be so; the problem names it");
        }
        if (!reads) {
            why.put("409", "It cannot be done as things are");
        }
        if (takesHeader(operation, "If-Match")) {
            why.put("412", "It was changed since the version in If-Match");
        }
        return why;
    }

    private static boolean takes(Operation operation, String where) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> where.equals(parameter.getIn()));
    }

    private static boolean takesHeader(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> name.equals(parameter.getName()) && "header".equals(parameter.getIn()));
    }

    private static ApiResponse problem(String why) {
        return new ApiResponse().description(why).content(ProblemSchema.content());
    }
}

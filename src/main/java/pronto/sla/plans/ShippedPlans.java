package pronto.sla.plans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import pronto.sla.PlanSaid;
import tools.jackson.databind.json.JsonMapper;

/** Three plans as vendors commonly sell them: a place to start from. */
final class ShippedPlans {

    private ShippedPlans() {}

    static List<PlanSaid> read(JsonMapper json) {
        try (var plans = new ClassPathResource("pronto/sla/plans.json").getInputStream()) {
            return List.of(json.readValue(plans, PlanSaid[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

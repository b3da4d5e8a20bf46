package pronto.ui;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where the figures have a port of their own, Spring takes health there with them; here it stays where it was as well. */
@Anyone
@RestController
@ConditionalOnProperty("pronto.metrics.port")
class HealthBesideFigures {

    private final HealthEndpoint health;

    HealthBesideFigures(HealthEndpoint health) {
        this.health = health;
    }

    /** What is told. */
    record Told(String status) {}

    @GetMapping("/actuator/health/{group:liveness|readiness}")
    ResponseEntity<Told> tell(@PathVariable String group) {
        var found = health.healthForPath(group);
        var status = found == null ? Status.UNKNOWN : found.getStatus();
        return ResponseEntity.status(Status.UP.equals(status) ? 200 : 503).body(new Told(status.getCode()));
    }
}

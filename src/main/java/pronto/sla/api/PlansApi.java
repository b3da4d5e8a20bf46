package pronto.sla.api;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import pronto.sla.NotPromised;
import pronto.sla.PlanSaid;
import pronto.sla.Plans;
import pronto.sla.plans.PlanBody;
import pronto.timeline.Actor;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.api.Slice;
import pronto.ui.api.Version;

/** The support plans; a change may begin at any moment, {@code from}, and at once where none is said. */
@RestController
@RequestMapping("/api/v1/plans")
class PlansApi {

    private final Plans plans;

    PlansApi(Plans plans) {
        this.plans = plans;
    }

    /** What a plan promises from some moment on; null is for ever. */
    record Written(@Nullable Instant from, Instant writtenAt, String writtenBy, PlanBody plan) {

        static Written of(Plans.Version version) {
            return new Written(
                    version.from().equals(Plans.EVER) ? null : version.from(),
                    version.writtenAt(),
                    version.writtenBy(),
                    PlanBody.of(version.plan()));
        }
    }

    @GetMapping
    Slice<PlanBody> list() {
        return Slice.whole(
                plans.all().stream().map(version -> PlanBody.of(version.plan())).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<PlanBody> show(@PathVariable String name) {
        return answer(ResponseEntity.ok(), plans.current(name).orElseThrow(() -> NotPromised.plan(name)));
    }

    @PutMapping("/{name}")
    @Needs(Right.ADMINISTER)
    ResponseEntity<PlanBody> put(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestBody PlanSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        SameName.check(name, said.name());
        var written = plans.put(name, said, from, there -> Version.of(there).check(ifMatch), actor);
        var place = URI.create("/api/v1/plans/" + UriUtils.encode(name, StandardCharsets.UTF_8));
        return answer(written.added() ? ResponseEntity.created(place) : ResponseEntity.ok(), written.version());
    }

    @DeleteMapping("/{name}")
    @Needs(Right.ADMINISTER)
    @ResponseStatus(NO_CONTENT)
    void remove(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        plans.remove(name, there -> Version.of(there).check(ifMatch), actor);
    }

    /** What holds when, the latest first. */
    @GetMapping("/{name}/versions")
    Slice<Written> versions(@PathVariable String name) {
        var written = plans.versions(name).stream().map(Written::of).toList();
        if (written.isEmpty()) {
            throw NotPromised.plan(name);
        }
        return Slice.whole(written);
    }

    private static ResponseEntity<PlanBody> answer(ResponseEntity.BodyBuilder response, Plans.Version there) {
        return response.eTag(Version.of(there.version()).tag()).body(PlanBody.of(there.plan()));
    }
}

package pronto.sla.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.sla.Calendar;
import pronto.sla.Calendars;
import pronto.sla.NotPromised;
import pronto.sla.Plans;
import pronto.sla.Priority;
import pronto.sla.plans.Lengths;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Reader;
import pronto.ui.Right;
import pronto.ui.Text;
import pronto.ui.View;
import pronto.ui.api.Version;

/** The support plans: everybody reads them, administrators write them. */
@Controller
@RequestMapping(Where.PLANS)
class PlansScreen {

    private static final int SHOWN = 30;

    private final Plans plans;
    private final Calendars calendars;
    private final Touched touched;
    private final InstantSource time;

    PlansScreen(Plans plans, Calendars calendars, Touched touched, InstantSource time) {
        this.plans = plans;
        this.calendars = calendars;
        this.touched = touched;
        this.time = time;
    }

    @GetMapping
    View list(Reader reader, Text text) {
        var lines = plans.all().stream()
                .map(version -> {
                    var plan = version.plan();
                    var urgent = plan.of(Priority.P1);
                    return new PlansView.Line(
                            plan.name(),
                            Where.plan(plan.name()),
                            hours(plan.hours(), text),
                            Lengths.shown(urgent.pickup()),
                            Lengths.shown(urgent.answer()),
                            Lengths.shown(urgent.resolution()),
                            touched.holding(plan.name()));
                })
                .toList();
        return new PlansView(lines, touched.unknown(), Where.mayChange(reader));
    }

    private static String hours(String calendar, Text text) {
        return calendar.equals(Calendar.ALWAYS.name()) ? text.of("sla.calendar.always") : calendar;
    }

    /** The plans that we ship: only when somebody asks, for a promise is the vendor's own word. */
    @PostMapping("/start")
    @Needs(Right.ADMINISTER)
    View start(Actor me) {
        plans.start(me);
        return Go.to(Where.PLANS);
    }

    @GetMapping("/new")
    @Needs(Right.ADMINISTER)
    View blank(@RequestParam(defaultValue = "") String name) {
        return new PlanView(null, name, 0, names(), List.of(), List.of(), 0, true);
    }

    @PostMapping
    @Needs(Right.ADMINISTER)
    View add(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> channels,
            Reader reader,
            Actor me) {
        var form = new PlanForm(typed, channels);
        var written = plans.put(form.name(), form.said(), null, PlansScreen::isNew, me);
        return Go.to(Where.plan(written.version().plan().name()));
    }

    private static void isNew(int version) {
        if (version != 0) {
            throw new Invalid("name-there", "name");
        }
    }

    @GetMapping("/{name}")
    View show(@PathVariable String name, Reader reader, Text text) {
        var current = plans.current(name).orElseThrow(() -> NotPromised.plan(name));
        var plan = current.plan();
        return new PlanView(
                plan,
                plan.name(),
                current.version(),
                names(),
                PlanView.history(plans.versions(name), time.instant()),
                touched.by(List.of(plan.name()), text),
                touched.holding(plan.name()),
                Where.mayChange(reader));
    }

    @PostMapping("/{name}")
    @Needs(Right.ADMINISTER)
    View change(
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> channels,
            Reader reader,
            Actor me) {
        var form = new PlanForm(typed, channels);
        plans.put(
                name,
                form.said(),
                form.from(reader.zone()),
                there -> Version.of(there).check(Version.of(form.version()).tag()),
                me);
        return Go.to(Where.plan(name));
    }

    @PostMapping("/preview")
    @Needs(Right.ADMINISTER)
    View preview(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> channels,
            Reader reader,
            Text text) {
        var form = new PlanForm(typed, channels);
        var after = plans.fit(form.name(), form.said());
        var from = Objects.requireNonNullElseGet(form.from(reader.zone()), time::instant);
        var before = plans.on(form.name(), from);
        var changes = PlanChanges.of(before.orElse(null), after, text);
        return new PreviewView(
                changes.subList(0, Math.min(SHOWN, changes.size())),
                Math.max(0, changes.size() - SHOWN),
                touched.by(List.of(after.name()), text));
    }

    @PostMapping("/{name}/removal")
    @Needs(Right.ADMINISTER)
    View remove(@PathVariable String name, Actor me) {
        plans.remove(name, version -> {}, me);
        return Go.to(Where.PLANS);
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        calendars.all().forEach(version -> names.add(version.calendar().name()));
        names.add(Calendar.ALWAYS.name());
        return names;
    }
}

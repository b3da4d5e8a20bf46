package pronto.channels.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.channels.outbox.OutboxActions;
import pronto.channels.outbox.RelaySetting;
import pronto.timeline.Actor;
import pronto.ui.Act;
import pronto.ui.Said;
import pronto.ui.Text;
import pronto.ui.View;

/** The outbox, for people. */
@Controller
@RequestMapping("/outbox")
class OutboxScreen {

    private final OutboxViews views;
    private final OutboxActions actions;
    private final RelaySetting relay;

    OutboxScreen(OutboxViews views, OutboxActions actions, RelaySetting relay) {
        this.views = views;
        this.actions = actions;
        this.relay = relay;
    }

    @GetMapping
    View show(@RequestParam @Nullable String state, @RequestParam @Nullable String to) {
        return new OutboxView(views.list(Shown.read(state, to)), relay.isThere());
    }

    @GetMapping("/list")
    View list(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable Long before) {
        var shown = Shown.read(state, to);
        return before == null ? views.list(shown) : views.rows(shown, before);
    }

    @GetMapping("/{outgoing}")
    View one(@PathVariable long outgoing) {
        return views.outgoing(outgoing);
    }

    @GetMapping("/{outgoing}/addresses")
    View addresses(@PathVariable long outgoing) {
        return views.addresses(outgoing);
    }

    @PostMapping("/deliveries/{delivery}/resends")
    View resend(
            @PathVariable long delivery,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String to,
            @RequestParam(defaultValue = "") String reason,
            Act act,
            Actor me,
            Text text,
            HttpServletResponse response) {
        var outgoing = act.once(() -> actions.resend(delivery, reason, me));
        Said.say(response, text.of("channels.outbox.resent", "address", actions.address(delivery)), null);
        return after(outgoing, state, to);
    }

    /** Asks why, before a mail that arrived is sent a second time. */
    @GetMapping("/deliveries/{delivery}/resend")
    View ask(
            @PathVariable long delivery,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @Nullable String to) {
        var shown = OutboxRow.ALONE.equals(state)
                ? "state=" + state
                : Shown.read(state, to).query();
        return new ResendDialog(delivery, actions.address(delivery), shown);
    }

    @PostMapping("/{outgoing}/cancellation")
    View takeBack(
            @PathVariable long outgoing,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String to,
            Actor me) {
        actions.takeBack(outgoing, me);
        return after(outgoing, state, to);
    }

    /** The region the button stood in, as it is now. */
    private View after(long outgoing, @Nullable String state, @Nullable String to) {
        return OutboxRow.ALONE.equals(state) ? views.addresses(outgoing) : views.list(Shown.read(state, to));
    }
}

package pronto.channels.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.channels.SupportAddresses;
import pronto.channels.outbox.Signatures;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.Reader;
import pronto.ui.Right;
import pronto.ui.View;

/** The signature, for those who arrange the work. */
@Controller
@RequestMapping("/settings/mail")
class SignatureScreen {

    private final Signatures signatures;
    private final SupportAddresses addresses;

    SignatureScreen(Signatures signatures, SupportAddresses addresses) {
        this.signatures = signatures;
        this.addresses = addresses;
    }

    @GetMapping
    View show(Reader reader) {
        return new SignatureView(
                signatures.in("en"),
                signatures.in("it"),
                reader.name(),
                addresses.main().address());
    }

    @PostMapping
    @Needs(Right.LEAD)
    View write(@RequestParam String en, @RequestParam String it, Actor by) {
        signatures.write(Map.of("en", en, "it", it), by);
        return Go.to("/settings/mail");
    }
}

package pronto.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pronto.channels.OpenPorts;
import pronto.channels.SupportAddresses;
import pronto.runtime.CannotRun;
import pronto.runtime.Greeting;
import pronto.runtime.PublicAddress;
import pronto.runtime.Settings;
import pronto.runtime.TimeShift;
import pronto.staff.Staff;
import pronto.tickets.Desk;
import pronto.tickets.Escalations;
import pronto.tickets.Opinions;
import pronto.tickets.Tickets;

/** Opens the example: founds the company on its first start, plays its past, and says how to sign in. */
@Component
@Profile(Demo.PROFILE)
@Order(0)
class Stage implements Greeting, SmartLifecycle {

    private final Company company;
    private final Staff staff;
    private final Desk desk;
    private final Escalations escalations;
    private final Tickets tickets;
    private final Opinions opinions;
    private final SupportAddresses addresses;
    private final TimeShift shift;
    private final InstantSource clock;
    private final OpenPorts ports;
    private final Settings settings;
    private final PublicAddress address;
    private final Correspondents correspondents = new Correspondents();
    private volatile boolean open;

    Stage(
            Company company,
            Staff staff,
            Desk desk,
            Escalations escalations,
            Tickets tickets,
            Opinions opinions,
            SupportAddresses addresses,
            TimeShift shift,
            InstantSource clock,
            OpenPorts ports,
            Settings settings,
            PublicAddress address) {
        this.company = company;
        this.staff = staff;
        this.desk = desk;
        this.escalations = escalations;
        this.tickets = tickets;
        this.opinions = opinions;
        this.addresses = addresses;
        this.shift = shift;
        this.clock = clock;
        this.ports = ports;
        this.settings = settings;
        this.address = address;
    }

    /** Before the sentence that says that all is ready. */
    @EventListener
    @Order(0)
    void play(ApplicationReadyEvent ready) throws IOException {
        if (!staff.technicians().isEmpty()) {
            // An earlier start may have been cut off in the middle of the past: go on from today.
            shift.set(Duration.ZERO);
            return;
        }
        company.found();
        new Play(desk, escalations, tickets, opinions, staff, addresses, shift, clock, correspondents)
                .play(Story.told(), smtpPort());
    }

    @Override
    public List<String> lines() {
        var people = Company.PEOPLE.stream()
                .map(person -> person.email() + " (" + person.role().text() + ")")
                .toList();
        return List.of(
                "sign in   " + address.of("/sign-in"),
                "as        " + String.join(", ", people),
                "password  " + Company.PASSWORD,
                "mail      to " + addresses.main().address() + ", by SMTP at port " + smtpPort());
    }

    private int smtpPort() {
        return ports.smtpPort()
                .orElseThrow(() -> new CannotRun(
                        "The example company’s mail comes through the SMTP door: give pronto.mail.smtp.port a port."));
    }

    @Override
    public void start() {
        correspondents.open(Integer.parseInt(settings.mail().relay().replaceAll(".*:", "")));
        open = true;
    }

    @Override
    public void stop() {
        correspondents.close();
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}

package pronto.staff.signin;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.staff.Personnel;
import pronto.staff.Role;
import pronto.staff.Technician;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/** Lets in people who cannot get in by themselves yet. */
@Component
public class Invitations {

    private final Personnel personnel;
    private final Links links;
    private final Letters letters;
    private final Timeline timeline;

    Invitations(Personnel personnel, Links links, Letters letters, Timeline timeline) {
        this.personnel = personnel;
        this.links = links;
        this.letters = letters;
        this.timeline = timeline;
    }

    /** Somebody who was just hired, and the link that lets them in. */
    public record Invited(Technician person, String link) {}

    @Transactional
    public Invited hire(String email, String name, Role role, String language, Actor by) {
        var person = personnel.hire(email, name, role, language, by);
        return new Invited(person, invite(person, by));
    }

    /** The link, which is mailed too. */
    @Transactional
    public String invite(Technician person, Actor by) {
        var link = links.make(Purpose.INVITE, person.id());
        letters.invitation(person, link);
        timeline.add("staff.invited", by, new Subject("technician", person.id()), null, Map.of("name", person.name()));
        return link;
    }
}

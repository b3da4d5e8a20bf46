package pronto.demo;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import pronto.customers.imports.CustomerImport;
import pronto.knowledge.CannedAnswers;
import pronto.sla.Plans;
import pronto.staff.OwnSettings;
import pronto.staff.Personnel;
import pronto.staff.Role;
import pronto.staff.Staff;
import pronto.staff.Tier;
import pronto.staff.people.Teams;
import pronto.timeline.Actor;
import tools.jackson.databind.json.JsonMapper;

/** The people of the example company, and the customers it brings in from a file. */
@Component
@Profile(Demo.PROFILE)
class Company {

    /** One for all of them: it opens nothing but an example. */
    static final String PASSWORD = "velia apre alle nove";

    /** It looks deeper than the team that every mail comes to. */
    static final String SECOND_TIER = "Platform";

    record Person(String name, Role role, String language) {

        String email() {
            return name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT) + "@velia.example";
        }
    }

    static final List<Person> PEOPLE = List.of(
            new Person("Marta Grassi", Role.LEAD, "it"),
            new Person("Davide Riva", Role.TECHNICIAN, "it"),
            new Person("Elena Longo", Role.TECHNICIAN, "it"),
            new Person("James Porter", Role.ADMINISTRATOR, "en"));

    private static final Set<String> SENIORS = Set.of("Davide Riva", "James Porter");

    private final Personnel personnel;
    private final OwnSettings own;
    private final Staff staff;
    private final Teams teams;
    private final CustomerImport customers;
    private final CannedAnswers answers;
    private final Works works;
    private final Written written;
    private final Plans plans;

    Company(
            Personnel personnel,
            OwnSettings own,
            Staff staff,
            Teams teams,
            CustomerImport customers,
            CannedAnswers answers,
            Works works,
            Written written,
            Plans plans) {
        this.personnel = personnel;
        this.own = own;
        this.staff = staff;
        this.teams = teams;
        this.customers = customers;
        this.answers = answers;
        this.works = works;
        this.written = written;
        this.plans = plans;
    }

    record Answer(String name, String language, String html) {}

    void found() throws IOException {
        var team = List.of(staff.teamNamed("Support").id());
        var second = List.of(
                team.getFirst(),
                teams.equip(
                                staff.teamNamed(SECOND_TIER).id(),
                                Tier.SECOND,
                                List.of("integrations", "payments"),
                                List.of("it", "en"),
                                Actor.PRONTO)
                        .id());
        for (var person : PEOPLE) {
            var hired = personnel.hire(person.email(), person.name(), person.role(), person.language(), Actor.PRONTO);
            personnel.changeTeams(hired.id(), SENIORS.contains(person.name()) ? second : team, Actor.PRONTO);
            own.prefer(hired.id(), person.language(), WorkingHours.ZONE.getId(), "system", true);
            own.choosePassword(hired, PASSWORD, Actor.PRONTO);
        }
        plans.start(Actor.PRONTO);
        try (var file = new ClassPathResource("demo/answers.json").getInputStream()) {
            for (var answer : JsonMapper.builder().build().readValue(file, Answer[].class)) {
                answers.add(
                        new CannedAnswers.Draft(answer.name(), answer.language(), answer.html(), null), Actor.PRONTO);
            }
        }
        written.down();
        try (var file = new ClassPathResource("demo/customers.csv").getInputStream()) {
            var result = customers.take(file, false, Actor.PRONTO);
            if (!result.complete()) {
                throw new IllegalStateException("the example's customers were refused: " + result.refused());
            }
        }
        works.build(team.getFirst());
    }
}

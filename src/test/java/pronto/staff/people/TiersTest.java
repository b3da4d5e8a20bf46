package pronto.staff.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.Cast;
import pronto.runtime.RealDatabase;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.staff.Tier;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TiersTest extends RealDatabase {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient db;

    private Cast cast;
    private Team team;

    @BeforeEach
    void furnish() {
        cast = new Cast(context);
        team = staff.teamNamed("Network");
        db.sql("update staff.team set tier = '1', skills = '{}', languages = '{}'")
                .update();
    }

    @Test
    void a_program_says_how_deep_a_team_looks_and_what_it_knows() {
        var program = cast.program(Scope.ADMIN);
        var path = "/api/v1/teams/" + team.id();

        var changed = program.patch(
                path,
                "{\"tier\": \"2\", \"skills\": [\" DNS \", \"dns\", \"Mail  relay\"], \"languages\": [\"EN\", \"it\"]}");

        assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
        assertThat(staff.team(team.id()).orElseThrow())
                .returns(Tier.SECOND, Team::tier)
                .returns(List.of("dns", "mail relay"), Team::skills)
                .returns(List.of("en", "it"), Team::languages);
        assertThat(program.patch(path, "{\"tier\": \"4\"}").problem()).isEqualTo("unknown-tier");
        assertThat(program.patch(path, "{\"languages\": [\"xx\"]}").problem()).isEqualTo("language-not-known");
        program.patch(path, "{\"name\": \"Network\"}");
        assertThat(staff.team(team.id()).orElseThrow().skills()).containsExactly("dns", "mail relay");
    }

    @Test
    void who_leads_writes_it_on_the_screen_of_the_team() {
        var lead = cast.browserOf(cast.hired("Lia Verdi", Role.LEAD));
        db.sql("update staff.technician set language = 'en'").update();

        lead.post(
                "/settings/teams/" + team.id(),
                Map.of("name", "Network", "tier", "specialist", "skills", "dns, Firewall", "languages", "it"));

        assertThat(lead.get("/settings/teams/" + team.id()).body()).contains("value=\"dns, firewall\"");
        assertThat(lead.get("/settings/teams").body()).contains("Specialists", "dns and firewall");
        assertThat(db.sql(
                                "select count(*) from timeline.entry where kind = 'staff.teamEquipped' and subject_id = :team")
                        .param("team", team.id())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_person_knows_things_and_speaks_languages() {
        var ada = cast.browserOf(cast.ada());
        var giulia = cast.giulia();
        var path = "/settings/staff/" + giulia.id();

        ada.post(
                path,
                Map.of(
                        "name", giulia.name(),
                        "email", giulia.email(),
                        "role", "technician",
                        "skills", "Payments, dns",
                        "languages", "it, de"));

        assertThat(staff.technician(giulia.id()).orElseThrow())
                .returns(List.of("dns", "payments"), Technician::skills)
                .returns(List.of("de", "it"), Technician::speaks);
        var program = cast.program(Scope.ADMIN);
        var shown = program.patch("/api/v1/staff/" + giulia.id(), "{\"skills\": []}")
                .json();
        assertThat(shown.path("skills").size()).isZero();
        assertThat(shown.path("speaks").size()).isEqualTo(2);
    }

    @Test
    void one_hands_upwards_or_to_specialists_and_never_down() {
        assertThat(Tier.FIRST.mayHandTo(Tier.THIRD)).isTrue();
        assertThat(Tier.SECOND.mayHandTo(Tier.FIRST)).isFalse();
        assertThat(Tier.THIRD.mayHandTo(Tier.SPECIALIST)).isTrue();
        assertThat(Tier.FIRST.isBelow(Tier.SECOND)).isTrue();
    }
}

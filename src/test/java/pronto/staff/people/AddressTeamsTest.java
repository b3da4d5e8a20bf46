package pronto.staff.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import pronto.runtime.RealDatabase;
import pronto.timeline.Actor;

/** Whoever mistypes a team in the settings is told when the program starts. */
@SpringBootTest(properties = "pronto.mail.addresses=support@velia.example,billing@velia.example=Billing")
class AddressTeamsTest extends RealDatabase {

    @Autowired
    private AddressTeams greeting;

    @Autowired
    private Teams teams;

    @Test
    void an_address_that_names_a_team_nobody_made_is_said_at_the_start_until_somebody_makes_it() {
        assertThat(greeting.lines())
                .singleElement()
                .asString()
                .startsWith("warning")
                .contains("\"Billing\"", "billing@velia.example");

        teams.create("billing", Actor.PRONTO);

        assertThat(greeting.lines()).isEmpty();
    }
}

package pronto.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pronto.ui.Right;

class RightsTest {

    @Test
    void each_role_may_what_the_ones_before_it_may() {
        var ladder = List.of(Role.TECHNICIAN, Role.LEAD, Role.MANAGER, Role.ADMINISTRATOR);
        for (var step = 1; step < ladder.size(); step++) {
            assertThat(Rights.of(ladder.get(step))).containsAll(Rights.of(ladder.get(step - 1)));
        }
    }

    @Test
    void an_auditor_reads_everything_and_writes_nothing() {
        assertThat(Rights.of(Role.AUDITOR)).containsExactlyInAnyOrder(Right.SELF, Right.READ, Right.AUDIT);
    }

    @Test
    void a_token_is_never_more_than_the_person_it_acts_for() {
        for (var role : Role.values()) {
            assertThat(Rights.of(EnumSet.allOf(Scope.class), role))
                    .isSubsetOf(union(Rights.of(role), Set.of(Right.CTI, Right.INBOUND, Right.SCIM)));
        }
    }

    @Test
    void a_token_is_never_more_than_its_scopes() {
        for (var scope : Scope.values()) {
            assertThat(Rights.of(Set.of(scope), Role.ADMINISTRATOR)).isEqualTo(Rights.of(scope));
            assertThat(Rights.of(Set.of(scope), null)).doesNotContain(Right.SELF);
        }
    }

    private static Set<Right> union(Set<Right> some, Set<Right> more) {
        var all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }
}

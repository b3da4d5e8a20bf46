package pronto.runtime.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import pronto.runtime.CannotRun;

class RequirementsTest {

    @Test
    void a_postgresql_before_15_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> Requirements.refuseOld(14, "14.19 (Debian 14.19-1)"))
                .isInstanceOf(CannotRun.class)
                .hasMessage("The database is PostgreSQL 14.19 (Debian 14.19-1); Pronto needs 15 or newer.");
        assertThatCode(() -> Requirements.refuseOld(15, "15.18")).doesNotThrowAnyException();
    }
}

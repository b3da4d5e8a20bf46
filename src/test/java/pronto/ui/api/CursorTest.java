package pronto.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.ui.Invalid;

class CursorTest {

    @Test
    void what_was_put_in_comes_out() {
        var at = Instant.parse("2026-11-23T09:30:00.123456Z");

        var read = Cursor.read(Cursor.at("3:Àè:\n", at, 42L, "").toString());

        assertThat(read.text(0)).isEqualTo("3:Àè:\n");
        assertThat(read.time(1)).isEqualTo(at);
        assertThat(read.number(2)).isEqualTo(42);
        assertThat(read.text(3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "OTk5OmE", "YQ", "LTE6", "MTpi8J"})
    void an_invented_one_is_refused(String invented) {
        assertThatThrownBy(() -> Cursor.read(invented).number(0)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z"})
    void a_time_that_no_database_can_count_is_refused(String time) {
        assertThatThrownBy(() -> Cursor.at(time).time(0)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 101, Long.MIN_VALUE, Long.MAX_VALUE})
    void a_count_outside_the_list_is_refused(long count) {
        assertThatThrownBy(() -> Cursor.at(count).count(0, 100)).isInstanceOf(Invalid.class);
        assertThat(Cursor.at(100).count(0, 100)).isEqualTo(100);
    }

    @Test
    void a_list_knows_whether_more_follows() {
        var paging = Paging.read("2", null);

        assertThat(paging.fetch()).isEqualTo(3);
        assertThat(paging.page(List.of(1, 2, 3), Cursor::at, String::valueOf).items())
                .containsExactly("1", "2");
        assertThat(paging.page(List.of(1, 2, 3), Cursor::at, String::valueOf).next())
                .isEqualTo(Cursor.at(2).toString());
        assertThat(paging.page(List.of(1, 2), Cursor::at, String::valueOf).next())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "1e2"})
    void a_limit_outside_the_promise_is_refused(String limit) {
        assertThatThrownBy(() -> Paging.read(limit, null))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.field()).isEqualTo("limit"));
    }
}

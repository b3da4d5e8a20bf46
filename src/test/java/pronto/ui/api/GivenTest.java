package pronto.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class GivenTest {

    record Change(Given<String> name, Given<List<String>> emails, Given<Integer> weight) {}

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void absent_and_null_and_a_value_are_three_things() {
        var change = json.readValue("""
                {"name": null, "emails": ["a@b.example"]}""", Change.class);

        assertThat(change.name()).isEqualTo(Given.of(null));
        assertThat(change.emails()).isEqualTo(Given.of(List.of("a@b.example")));
        assertThat(change.weight()).isEqualTo(Given.absent());
        assertThat(change.weight().or(7)).isEqualTo(7);
        assertThat(change.name().or("kept")).isNull();
    }

    @Test
    void an_unknown_field_is_named_as_it_was_written() {
        assertThat(reason("{\"name\": \"x\", \"role\": \"administrator\"}"))
                .isEqualTo(Reason.field("unknown-field", "role"));
    }

    @Test
    void a_value_that_does_not_fit_is_named_with_its_place() {
        assertThat(reason("{\"emails\": [\"a\", {\"b\": 1}]}"))
                .isEqualTo(Reason.field("unreadable-field", "emails[1]"));
        assertThat(reason("{\"weight\": \"heavy\"}")).isEqualTo(Reason.field("unreadable-field", "weight"));
    }

    @Test
    void what_is_not_json_is_malformed() {
        assertThat(reason("{\"name\": ")).isEqualTo(Reason.of("malformed", 400));
        assertThat(reason("")).isEqualTo(Reason.of("malformed", 400));
    }

    private @Nullable Reason reason(String body) {
        var thrown = catchThrowable(() -> json.readValue(body, Change.class));
        return Reasons.of(
                new HttpMessageNotReadableException("not read", thrown, new MockHttpInputMessage(body.getBytes())));
    }
}

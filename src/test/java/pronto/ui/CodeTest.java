package pronto.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.ui.Code.Kind;

class CodeTest {

    private static final String TYPEABLE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";

    @Test
    void a_code_is_written_with_prefix_dash_number_and_letter() {
        assertThat(new Code(Kind.TICKET, 48231)).hasToString("T-48231K");
        assertThat(new Code(Kind.INCIDENT, 204)).hasToString("INC-204M");
        assertThat(new Code(Kind.BUG, 331)).hasToString("BUG-331X");
        assertThat(new Code(Kind.CUSTOMER, 20418)).hasToString("C-20418R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T-48231K",
                "t-48231k",
                "t48231k",
                "48231K",
                "48231k",
                " T 48 231 K ",
                "T–48231K",
                "T-4823IK",
                "T-4823lK"
            })
    void a_code_is_understood_however_it_is_typed(String typed) {
        assertThat(Code.parse(typed)).contains(new Code(Kind.TICKET, 48231));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "T",
                "T-",
                "K",
                "T-K",
                "48231",
                "T-48231",
                "T-48231S",
                "X-48231K",
                "INC-48231K",
                "-48231K",
                "T--48231K",
                "T4-8231K",
                "T-48231K!",
                "T-0K",
                "T-048231K",
                "T-99999999999999999999K"
            })
    void what_is_no_code_is_nobodys(String typed) {
        assertThat(Code.parse(typed)).isEmpty();
    }

    @Test
    void without_its_prefix_the_letter_tells_the_kind() {
        for (var code : someCodes()) {
            assertThat(Code.parse(bare(code))).contains(code);
        }
    }

    @Test
    void a_single_wrong_character_is_never_another_code() {
        for (var code : someCodes()) {
            var right = code.toString();
            for (var i = 0; i < right.length(); i++) {
                for (var wrong : TYPEABLE.toCharArray()) {
                    assertNotAnother(code, right.substring(0, i) + wrong + right.substring(i + 1));
                }
            }
        }
    }

    @Test
    void two_neighbours_that_swapped_are_never_another_code() {
        for (var code : someCodes()) {
            var right = code.toString();
            for (var i = 0; i + 1 < right.length(); i++) {
                assertNotAnother(
                        code, right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2));
            }
        }
    }

    @Test
    void a_number_that_no_code_can_hold_is_refused() {
        assertThatThrownBy(() -> new Code(Kind.TICKET, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Code(Kind.TICKET, 1_000_000_000_000L))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertNotAnother(Code code, String mistyped) {
        assertThat(Code.parse(mistyped))
                .as("%s mistyped as %s", code, mistyped)
                .satisfiesAnyOf(
                        read -> assertThat(read).isEmpty(),
                        read -> assertThat(read).contains(code));
    }

    private static String bare(Code code) {
        return code.toString().substring(code.toString().indexOf('-') + 1);
    }

    private static List<Code> someCodes() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
        var few = IntStream.rangeClosed(1, 120).mapToLong(n -> n);
        var many = random.longs(200, 1000, 1_000_000_000_000L);
        return Stream.concat(few.boxed(), many.boxed())
                .map(number -> new Code(anyKind(random), number))
                .toList();
    }

    private static Kind anyKind(RandomGenerator random) {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }
}

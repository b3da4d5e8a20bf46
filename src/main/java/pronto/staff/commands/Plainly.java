package pronto.staff.commands;

import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import pronto.runtime.CannotRun;
import pronto.ui.Refusal;
import pronto.ui.Texts;

/** Tells a refusal as the sentence it is. */
final class Plainly {

    private Plainly() {}

    static <T> T told(BeanFactory program, Supplier<@Nullable T> work) {
        try {
            return Objects.requireNonNull(work.get());
        } catch (Refusal refusal) {
            var texts = program.getBean(Texts.class);
            throw new CannotRun(texts.refusal(texts.in("en", ZoneOffset.UTC), refusal), refusal);
        }
    }
}

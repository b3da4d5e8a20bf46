package pronto.ui.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text of the API that is one of these, spelled as everywhere: the constants of a type, or names. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface OneOf {

    Class<? extends Enum<?>>[] value() default {};

    String[] names() default {};
}

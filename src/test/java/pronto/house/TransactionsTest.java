package pronto.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

/** What holds a connection gives it back, and what says it is one transaction is one. */
class TransactionsTest {

    private final JavaClasses program = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("pronto");

    @Test
    void rows_are_streamed_only_where_the_stream_is_closed() {
        // Outside of a transaction an open stream keeps its connection for ever.
        assertThat(program.stream()
                        .flatMap(owner -> owner.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().getName().contains("JdbcClient$MappedQuerySpec"))
                        .filter(call -> call.getName().equals("stream"))
                        .map(call -> call.getOrigin().getOwner().getSimpleName())
                        .distinct())
                .containsExactly("CustomerExport");
    }

    @Test
    void no_door_to_a_transaction_has_a_side_entrance() {
        // A default method is not its implementer's: it would run outside, and so would what it calls.
        assertThat(program.stream()
                        .filter(owner -> owner.isAnnotatedWith(Transactional.class))
                        .flatMap(owner -> owner.getAllRawInterfaces().stream())
                        .filter(door -> door.getPackageName().startsWith("pronto"))
                        .distinct()
                        .map(JavaClass::getMethods)
                        .flatMap(methods -> methods.stream()
                                .filter(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT)
                                        && !method.getModifiers().contains(JavaModifier.STATIC))
                                .map(JavaCodeUnit::getFullName)))
                .isEmpty();
    }
}

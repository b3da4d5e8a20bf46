package pronto.channels.outbox;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import org.junit.jupiter.api.Test;

/** What may stand in a header is decided once: whoever wants to send asks the outbox. */
class OneComposerTest {

    @Test
    void nobody_else_builds_a_mail() {
        var ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("pronto");

        noClasses()
                .that(describe("are not the composer", type -> !type.getName().startsWith(Composer.class.getName())))
                .should()
                .callConstructorWhere(describe(
                        "a mail or a part of one",
                        (JavaConstructorCall call) -> assignableTo(MimePart.class)
                                .or(assignableTo(MimeMessage.class))
                                .test(call.getTargetOwner())))
                .check(ours);
    }

    @Test
    void nobody_lets_jakarta_mail_guess_an_address() {
        var ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("pronto");

        noClasses()
                .should()
                .callMethod(InternetAddress.class, "parse", String.class)
                .orShould()
                .callConstructor(InternetAddress.class, String.class)
                .check(ours);
    }
}

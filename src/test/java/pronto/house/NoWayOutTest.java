package pronto.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import pronto.channels.Outbox;

/** Nobody sends what stands on a ticket to somebody who takes no part in it, because there is no way to. */
class NoWayOutTest {

    private final JavaClasses program = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("pronto");

    @Test
    void only_those_who_are_named_here_write_mail() {
        assertThat(callers(Outbox.class.getName(), "send"))
                .containsExactlyInAnyOrder(
                        // To whoever reported it, of its code alone.
                        "pronto.tickets.work.Acknowledgement.send",
                        // To whom we asked something: what we ask for, and their link.
                        "pronto.tickets.work.Patience.remind",
                        // To those who take part, see below.
                        "pronto.tickets.work.Sending.send",
                        // To our own people.
                        "pronto.staff.signin.Letters.send",
                        "pronto.staff.people.MailboxLetters.send");
    }

    @Test
    void what_is_said_on_a_ticket_leaves_by_one_way_where_its_readers_are_let_in_first() {
        assertThat(callers("pronto.tickets.work.Sending", "send")).containsExactly("pronto.tickets.work.Answering.say");
        assertThat(callers("pronto.tickets.work.Participants", "letIn"))
                .containsExactly("pronto.tickets.work.Answering.say");
    }

    private List<String> callers(String owner, String method) {
        return program.get(owner).getMethods().stream()
                .filter(one -> one.getName().equals(method))
                .map(JavaCodeUnit::getAccessesToSelf)
                .flatMap(accesses -> accesses.stream().map(JavaAccess::getOrigin))
                .map(origin -> origin.getOwner().getName() + "." + origin.getName())
                .distinct()
                .sorted()
                .toList();
    }
}

package pronto.staff.commands;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pronto.runtime.Command;
import pronto.staff.Personnel;
import pronto.staff.Role;
import pronto.staff.signin.Links;
import pronto.staff.signin.Purpose;
import pronto.timeline.Actor;

/** Lets somebody in. */
@CommandLine.Command(
        name = "user create",
        description = "Makes a user and prints the link that signs them in once, within three days.")
public final class CreateUser implements Command {

    @Parameters(paramLabel = "EMAIL", description = "Their e-mail address.")
    private String email = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Their name.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            converter = RoleReader.class,
            description = "technician, lead, manager, administrator or auditor.")
    private @Nullable Role role;

    @Option(names = "--language", defaultValue = "en", paramLabel = "LANGUAGE", description = "en or it.")
    private String language = "en";

    @Override
    public int run(BeanFactory program) {
        var personnel = program.getBean(Personnel.class);
        var links = program.getBean(Links.class);
        var transaction = program.getBean(TransactionTemplate.class);
        var link = Plainly.told(
                program,
                () -> transaction.execute(status -> {
                    var person = personnel.hire(email, name, Objects.requireNonNull(role), language, Actor.PRONTO);
                    return links.make(Purpose.INVITE, person.id());
                }));
        System.out.println(link);
        return 0;
    }
}

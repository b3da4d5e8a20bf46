package pronto.staff.commands;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pronto.runtime.Command;
import pronto.staff.Scope;
import pronto.staff.tokens.Tokens;
import pronto.timeline.Actor;

/** Lets a program in, which then acts for nobody in person. */
@CommandLine.Command(name = "token create", description = "Makes a token for a program and prints it.")
public final class CreateToken implements Command {

    @Parameters(paramLabel = "NAME", description = "What it is for.")
    private String name = "";

    @Option(
            names = "--scope",
            defaultValue = "admin",
            paramLabel = "SCOPE",
            converter = ScopeReader.class,
            description = "read, write, admin, cti, inbound or scim; more than one may be given (default: admin).")
    private List<Scope> scopes = List.of();

    @Option(names = "--days", paramLabel = "DAYS", description = "How long it opens anything (default: until revoked).")
    private @Nullable Integer days;

    @Override
    public int run(BeanFactory program) {
        var tokens = program.getBean(Tokens.class);
        var expires = days == null
                ? null
                : program.getBean(InstantSource.class).instant().plus(Duration.ofDays(days));
        var made = Plainly.told(program, () -> tokens.make(name, scopes, null, expires, Actor.PRONTO));
        System.out.println(made.secret().reveal());
        return 0;
    }
}

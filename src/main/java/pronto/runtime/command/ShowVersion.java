package pronto.runtime.command;

import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import pronto.runtime.Command;
import pronto.runtime.Version;

/** Says which Pronto this is. */
@CommandLine.Command(name = "version", description = "Prints the version.")
public final class ShowVersion implements Command {

    @Override
    public int run(BeanFactory program) {
        return print();
    }

    /** Needs no program. */
    int print() {
        System.out.println("Pronto " + Version.ofThisProgram());
        return 0;
    }
}

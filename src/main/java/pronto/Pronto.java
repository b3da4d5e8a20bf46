package pronto;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import pronto.runtime.command.CommandLineInterface;

/** Starts what the command line asks for. */
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(
        systemName = "Pronto",
        sharedModules = {"ui", "runtime", "timeline", "files"})
public class Pronto {

    public static void main(String[] arguments) {
        System.exit(new CommandLineInterface(Pronto.class, System.err).execute(arguments));
    }
}

package pronto;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Starts the program that the command line asks for. */
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(
        systemName = "Pronto",
        sharedModules = {"ui", "runtime", "timeline", "files"})
public class Pronto {

    public static void main(String[] arguments) {
        new SpringApplication(Pronto.class).run(arguments);
    }
}

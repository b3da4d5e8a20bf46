package pronto.runtime.nodes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.runtime.Node;
import pronto.runtime.Version;

/** Gives this start of the program its name among the others. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Node node(Version version) {
        return new Node(
                UUID.randomUUID(), host() + "/" + ProcessHandle.current().pid(), version.toString());
    }

    @Bean
    Version version() {
        return Version.ofThisProgram();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}

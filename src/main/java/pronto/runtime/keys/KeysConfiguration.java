package pronto.runtime.keys;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.runtime.Home;
import pronto.runtime.MasterKey;
import pronto.runtime.Settings;

/** The master key of this installation. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    @Bean
    KeyMaterial keyMaterial(Settings settings, Home home) throws IOException {
        return KeyMaterial.of(settings, home);
    }

    @Bean
    MasterKey masterKey(KeyMaterial material, JdbcClient database, Settings settings, Home home) throws IOException {
        return new KeyCheck(database, settings, home).accept(material);
    }
}

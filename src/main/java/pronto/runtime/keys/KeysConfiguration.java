package pronto.runtime.keys;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.runtime.Home;
import pronto.runtime.MasterKey;
import pronto.runtime.Settings;

/** The master key as it is given, or else the one made at first start. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    @Bean
    MasterKey masterKey(Settings settings, Home home) throws IOException {
        var given = settings.key();
        return new StoredMasterKey(
                given != null
                        ? KeyFile.decode(given, "The setting pronto.key")
                        : new KeyFile(home.masterKey()).readOrMake());
    }
}

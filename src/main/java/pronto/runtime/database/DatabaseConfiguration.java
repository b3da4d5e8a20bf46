package pronto.runtime.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.runtime.Home;
import pronto.runtime.Settings;

/** The database: the one that is given, or our own, which then starts first and stops last. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class DatabaseConfiguration {

    private static final int POOL = 24;

    @Bean
    Home home(Settings settings) {
        return new Home(settings.home());
    }

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(Settings settings, Home home, @Value("${lent:false}") boolean lent) {
        var given = settings.database();
        if (!given.isOurOwn()) {
            return new GivenServer(new Connections(given.url(), given.user(), given.password()));
        }
        return lent ? EmbeddedServer.startOrShare(home) : EmbeddedServer.start(home);
    }

    @Bean
    Connections connections(DatabaseServer server) {
        return server.connections();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Connections connections) {
        var pool = new HikariDataSource();
        pool.setPoolName("pronto");
        pool.setJdbcUrl(connections.url());
        pool.setUsername(connections.user());
        pool.setPassword(connections.password());
        pool.setMaximumPoolSize(POOL);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.setInitializationFailTimeout(Duration.ofSeconds(15).toMillis());
        // The second wall between customers: a connection that says nothing sees nothing.
        pool.setConnectionInitSql("set pronto.scope = 'all'");
        pool.addDataSourceProperty("ApplicationName", "pronto");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("targetServerType", "primary");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}

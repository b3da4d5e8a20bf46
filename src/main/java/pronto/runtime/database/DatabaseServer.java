package pronto.runtime.database;

/** A running PostgreSQL and how to reach it. */
sealed interface DatabaseServer extends AutoCloseable permits GivenServer, EmbeddedServer {

    Connections connections();

    @Override
    void close();
}

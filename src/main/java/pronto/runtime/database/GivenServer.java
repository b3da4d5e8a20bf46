package pronto.runtime.database;

/** A PostgreSQL that somebody else runs. */
record GivenServer(Connections connections) implements DatabaseServer {

    @Override
    public void close() {}
}

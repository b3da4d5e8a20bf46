package pronto.runtime.database;

import pronto.runtime.Settings;

/** A PostgreSQL that somebody else runs. */
record GivenServer(Settings.Database settings) implements DatabaseServer {

    @Override
    public Connections connections() {
        return new Connections(settings.url(), settings.user(), settings.password());
    }

    @Override
    public void close() {}
}

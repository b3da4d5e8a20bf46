package pronto.runtime;

import java.nio.file.Path;

/** The data folder of this installation, and what lies where in it. */
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path settings() {
        return folder.resolve("pronto.yaml");
    }

    public Path masterKey() {
        return folder.resolve("master.key");
    }

    /** Held by the one program that runs on this folder. */
    public Path lock() {
        return folder.resolve("pronto.lock");
    }

    public Path database() {
        return folder.resolve("database");
    }

    /** Where the programs of the embedded database are unpacked. */
    public Path programs() {
        return folder.resolve("programs");
    }

    public Path files() {
        return folder.resolve("files");
    }

    public Path search() {
        return folder.resolve("search");
    }

    /** Where the web server keeps what is being uploaded. */
    public Path web() {
        return folder.resolve("web");
    }

    public Path logs() {
        return folder.resolve("logs");
    }
}

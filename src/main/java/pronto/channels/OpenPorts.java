package pronto.channels;

import java.util.OptionalInt;

/** Where mail is taken in this process right now; empty while a door is closed, and never 0 as a setting may be. */
public interface OpenPorts {

    OptionalInt smtpPort();

    OptionalInt lmtpPort();
}

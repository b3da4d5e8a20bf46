package pronto.channels.email;

import pronto.channels.Evidence;

/** A mail whose bytes are here, before it has its row, and what was found out about its sender. */
record Incoming(Intake.Arrival arrival, ArrivingMail mail, Evidence evidence) {}

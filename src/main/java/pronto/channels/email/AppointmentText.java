package pronto.channels.email;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pronto.channels.email.mime.Appointment;
import pronto.ui.Words;

/** Appointments in words, in the language of the mail they came with. */
final class AppointmentText {

    private final Words words;

    AppointmentText(Words words) {
        this.words = words;
    }

    /** The text with what it does not say itself. */
    String with(String text, List<Appointment> appointments, @Nullable String language) {
        var said = appointments.stream()
                .filter(appointment -> appointment.summary().isEmpty() || !text.contains(appointment.summary()))
                .map(appointment -> inWords(appointment, "it".equals(language) ? "it" : "en"));
        return Stream.concat(Stream.of(text), said)
                .filter(piece -> !piece.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private String inWords(Appointment appointment, String language) {
        var kind = List.of("cancel", "reply").contains(appointment.method()) ? appointment.method() : "request";
        var until = appointment.end().isEmpty() ? "" : " \u2013 " + appointment.end();
        var zone = appointment.zone().isEmpty() ? "" : " (" + appointment.zone() + ")";
        var when = appointment.start().isEmpty() ? "" : appointment.start() + until + zone;
        return Stream.of(
                        line(kind, appointment.summary(), language),
                        when.isEmpty() ? "" : line("when", when, language),
                        appointment.place().isEmpty() ? "" : line("where", appointment.place(), language),
                        appointment.organiser().isEmpty() ? "" : line("organiser", appointment.organiser(), language))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String line(String key, String value, String language) {
        var name = words.words(language).getOrDefault("channels.appointment." + key, key);
        return value.isEmpty() ? name : name + ": " + value;
    }
}

package pronto.channels;

import java.util.Collection;
import java.util.Map;

/** A module above tells what its mails are about, so that the outbox can name it and lead there. */
public interface OutgoingSubjects {

    /** What a person calls it, and its address: {@code T-48231K}, {@code /tickets/T-48231K}. */
    record Link(String label, String path) {}

    /** The {@code subjectKind} it knows. */
    String kind();

    /** One that is gone is left out. */
    Map<Long, Link> links(Collection<Long> ids);
}

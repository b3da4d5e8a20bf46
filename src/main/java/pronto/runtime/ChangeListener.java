package pronto.runtime;

import java.util.List;

/** Hears on every node of each committed change, in order, at least once; must be quick and must not throw. */
public interface ChangeListener {

    void changed(List<Change> changes);
}

package pronto.staff;

import static pronto.ui.Right.ADMINISTER;
import static pronto.ui.Right.AUDIT;
import static pronto.ui.Right.CTI;
import static pronto.ui.Right.IMPORT;
import static pronto.ui.Right.INBOUND;
import static pronto.ui.Right.LEAD;
import static pronto.ui.Right.READ;
import static pronto.ui.Right.SCIM;
import static pronto.ui.Right.SELF;
import static pronto.ui.Right.WORK;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pronto.ui.Right;

/** The one place that says who may what. */
public final class Rights {

    private Rights() {}

    public static Set<Right> of(Role role) {
        return switch (role) {
            case TECHNICIAN -> Set.of(SELF, READ, WORK);
            case LEAD -> Set.of(SELF, READ, WORK, LEAD);
            case MANAGER -> Set.of(SELF, READ, WORK, LEAD, IMPORT, AUDIT);
            case ADMINISTRATOR -> Set.of(SELF, READ, WORK, LEAD, IMPORT, AUDIT, ADMINISTER);
            case AUDITOR -> Set.of(SELF, READ, AUDIT);
        };
    }

    public static Set<Right> of(Scope scope) {
        return switch (scope) {
            case READ -> Set.of(READ);
            case WRITE -> Set.of(READ, WORK);
            case ADMIN -> Set.of(READ, WORK, LEAD, IMPORT, AUDIT, ADMINISTER);
            case CTI -> Set.of(CTI);
            case INBOUND -> Set.of(INBOUND);
            case SCIM -> Set.of(SCIM);
        };
    }

    /** A token may what its scopes say, and never more than the person it acts for. */
    public static Set<Right> of(Collection<Scope> scopes, @Nullable Role person) {
        var rights = EnumSet.noneOf(Right.class);
        scopes.forEach(scope -> rights.addAll(of(scope)));
        if (person != null) {
            var machine = EnumSet.of(CTI, INBOUND, SCIM);
            machine.addAll(of(person));
            rights.retainAll(machine);
        }
        return Set.copyOf(rights);
    }
}

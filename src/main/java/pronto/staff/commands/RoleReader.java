package pronto.staff.commands;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pronto.staff.Role;
import pronto.ui.Invalid;

/** Reads a role as it is typed. */
final class RoleReader implements ITypeConverter<Role> {

    @Override
    public Role convert(String typed) {
        try {
            return Role.named(typed);
        } catch (Invalid unknown) {
            throw new TypeConversionException("The roles are technician, lead, manager, administrator and auditor.");
        }
    }
}

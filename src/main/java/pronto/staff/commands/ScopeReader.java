package pronto.staff.commands;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pronto.staff.Scope;
import pronto.ui.Invalid;

/** Reads a scope as it is typed. */
final class ScopeReader implements ITypeConverter<Scope> {

    @Override
    public Scope convert(String typed) {
        try {
            return Scope.named(typed);
        } catch (Invalid unknown) {
            throw new TypeConversionException("The scopes are read, write, admin, cti, inbound and scim.");
        }
    }
}

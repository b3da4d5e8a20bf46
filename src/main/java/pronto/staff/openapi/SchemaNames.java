package pronto.staff.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** A schema is called after its record, and after the API it belongs to where it stands inside one. */
class SchemaNames extends TypeNameResolver {

    @Override
    protected String nameForClass(JavaType type, Set<Options> options) {
        return nameForClass(type.getRawClass(), options);
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var around = type.getEnclosingClass();
        var name = type.getSimpleName().replaceFirst("Json$", "");
        return around == null ? name : around.getSimpleName().replaceFirst("(Api|Controller)$", "") + name;
    }
}

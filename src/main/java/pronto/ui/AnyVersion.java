package pronto.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Finds a file whatever version stands before it. */
class AnyVersion extends PathResourceResolver {

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> places,
            ResourceResolverChain chain) {
        var file = path.substring(path.indexOf('/') + 1);
        return super.resolveResourceInternal(request, file, places, chain);
    }
}

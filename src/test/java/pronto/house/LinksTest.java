package pronto.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A newcomer who follows a link in a page of ours gets somewhere. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void every_link_between_our_pages_leads_to_a_file() throws IOException {
        var broken = new ArrayList<String>();
        try (var top = Files.list(Path.of("."));
                var docs = Files.walk(Path.of("docs"))) {
            for (var page : Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList()) {
                LINK.matcher(Files.readString(page))
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !link.contains(":"))
                        .filter(link -> !Files.exists(page.resolveSibling(link)))
                        .forEach(link -> broken.add(page + " -> " + link));
            }
        }

        assertThat(broken).isEmpty();
    }
}

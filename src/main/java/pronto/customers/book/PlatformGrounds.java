package pronto.customers.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.catalog.Catalog;
import pronto.catalog.NoSuchPart;
import pronto.ui.Invalid;

/** What a platform runs on: parts of the catalog that there are, and that were not retired when they were named. */
@Component
class PlatformGrounds {

    private final JdbcClient db;
    private final Catalog catalog;

    PlatformGrounds(JdbcClient db, Catalog catalog) {
        this.db = db;
        this.catalog = catalog;
    }

    void write(long platform, List<String> before, List<String> after) {
        var added = new ArrayList<>(after);
        added.removeAll(before);
        refuseUnfit(added);
        var gone = new ArrayList<>(before);
        gone.removeAll(after);
        if (!gone.isEmpty()) {
            db.sql("delete from customers.platform_part where platform_id = :platform and part_key = any(:gone)")
                    .param("platform", platform)
                    .param("gone", gone.toArray(String[]::new))
                    .update();
        }
        if (!added.isEmpty()) {
            db.sql("""
                    insert into customers.platform_part (platform_id, part_key)
                    select :platform, key from unnest(:added::text[]) as added(key) order by key
                    """)
                    .param("platform", platform)
                    .param("added", added.toArray(String[]::new))
                    .update();
        }
    }

    private void refuseUnfit(List<String> added) {
        var there = catalog.find(added);
        for (var key : added) {
            var part = there.get(key);
            if (part == null) {
                throw NoSuchPart.named("runsOn", key);
            }
            if (part.retired()) {
                throw new Invalid("part-retired", "runsOn", Map.of("part", key));
            }
        }
    }
}

package pronto.customers.book;

import static java.time.ZoneOffset.UTC;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.customers.AlreadyTaken;
import pronto.customers.Customer;
import pronto.customers.Customer.Platform;
import pronto.customers.CustomerCode;
import pronto.timeline.Actor;
import pronto.ui.api.Changed;

/** Puts a customer into its tables. What belongs to one customer alone is decided by unique keys. */
@Component
class CustomerWriting {

    private final JdbcClient db;
    private final CustomerRows rows;
    private final InstantSource time;
    private final Trace trace;
    private final PlatformGrounds grounds;
    private final KeptPeriods periods;

    CustomerWriting(
            JdbcClient db,
            CustomerRows rows,
            InstantSource time,
            Trace trace,
            PlatformGrounds grounds,
            KeptPeriods periods) {
        this.db = db;
        this.rows = rows;
        this.time = time;
        this.trace = trace;
        this.grounds = grounds;
        this.periods = periods;
    }

    CustomerCode nextCode() {
        return CustomerCode.ofOurs(db.sql("select nextval('customers.customer_number')")
                .query(Long.class)
                .single());
    }

    /** Nothing where its code is another's already. */
    Optional<Customer> insert(Customer draft, Actor actor) {
        refuseTakenExternalId(draft);
        var id = fields(db.sql("""
                        insert into customers.customer
                               (code, code_key, name, name_key, plan, language, time_zone, external_id,
                                created_at, updated_at)
                        values (:code, :codeKey, :name, :nameKey, :plan, :language, :timeZone, :externalId, :now, :now)
                        on conflict (code_key) do nothing
                        returning id
                        """), draft)
                .param("code", draft.code())
                .param("codeKey", CustomerCode.key(draft.code()))
                .query(Long.class)
                .optional();
        return id.map(made -> {
            addDomains(made, draft.domains());
            draft.platforms().forEach(platform -> insert(made, platform));
            var customer = draft.platforms().isEmpty() ? draft.made(made) : read(made);
            trace.of("customers.added", customer, actor, Trace.difference(nothing(draft), customer));
            return customer;
        });
    }

    Customer update(Customer before, Customer after, Actor actor) {
        refuseTakenExternalId(after);
        fields(db.sql("""
                        update customers.customer
                           set name = :name, name_key = :nameKey, plan = :plan, language = :language,
                               time_zone = :timeZone, external_id = :externalId,
                               version = version + 1, updated_at = :now
                         where id = :id
                        """), after).param("id", after.id()).update();
        removeDomains(after);
        addDomains(
                after.id(),
                after.domains().stream()
                        .filter(domain -> !before.domains().contains(domain))
                        .toList());
        writePlatforms(before, after);
        if (!Objects.equals(before.plan(), after.plan())) {
            periods.changed(after.id(), after.code(), after.name(), before.plan(), after.plan(), actor);
        }
        var customer = read(after.id());
        trace.of("customers.changed", customer, actor, Trace.difference(before, customer));
        return customer;
    }

    void delete(Customer customer, String reason, Actor actor) {
        db.sql("delete from customers.customer where id = :id")
                .param("id", customer.id())
                .update();
        trace.gone(customer, reason, actor, Trace.difference(customer, nothing(customer)));
    }

    private static Customer nothing(Customer customer) {
        return CustomerDraft.blank(new CustomerCode(customer.code()));
    }

    private Customer read(long id) {
        return db.sql(CustomerRows.CUSTOMER + "where c.id = :id")
                .param("id", id)
                .query(rows::customer)
                .single();
    }

    AlreadyTaken codeTaken(String code) {
        var owner = db.sql("select name from customers.customer where code_key = :key")
                .param("key", CustomerCode.key(code))
                .query(String.class)
                .optional();
        return AlreadyTaken.code(code, owner.orElse(code));
    }

    private JdbcClient.StatementSpec fields(JdbcClient.StatementSpec statement, Customer customer) {
        return statement
                .param("name", customer.name())
                .param("nameKey", NameKey.of(customer.name()))
                .param("plan", customer.plan())
                .param("language", customer.language())
                .param("timeZone", customer.timeZone())
                .param("externalId", customer.externalId())
                .param("now", time.instant().atOffset(UTC));
    }

    private void refuseTakenExternalId(Customer customer) {
        var id = customer.externalId();
        if (id == null) {
            return;
        }
        // Of two who say it at once the second waits here and then sees what the first wrote.
        db.sql("select pg_advisory_xact_lock(hashtextextended('customers.external_id ' || :externalId, 0))")
                .param("externalId", id)
                .query((row, number) -> id)
                .single();
        db.sql("""
                        select code from customers.customer
                         where external_id = :externalId and id <> :id and code_key <> :codeKey
                        """)
                .param("externalId", id)
                .param("id", customer.id())
                .param("codeKey", CustomerCode.key(customer.code()))
                .query(String.class)
                .optional()
                .ifPresent(owner -> {
                    throw AlreadyTaken.externalId(id, owner);
                });
    }

    private void removeDomains(Customer customer) {
        db.sql("delete from customers.email_domain where customer_id = :id and domain <> all(:domains)")
                .param("id", customer.id())
                .param("domains", customer.domains().toArray(String[]::new))
                .update();
    }

    private void addDomains(long customer, List<String> added) {
        if (added.isEmpty()) {
            return;
        }
        // In one order for everybody, so that two who add the same ones wait instead of blocking each other for good.
        var sorted = added.stream().sorted().toArray(String[]::new);
        var count = db.sql("""
                        insert into customers.email_domain (domain, customer_id)
                        select domain, :id from unnest(:domains::text[]) as d(domain)
                        on conflict do nothing
                        """).param("id", customer).param("domains", sorted).update();
        if (count < sorted.length) {
            throw domainTaken(customer, sorted);
        }
    }

    private RuntimeException domainTaken(long customer, String[] added) {
        return db.sql("""
                        select d.domain, c.code from customers.email_domain d
                          join customers.customer c on c.id = d.customer_id
                         where d.domain = any(:domains) and c.id <> :id
                         order by d.domain limit 1
                        """)
                .param("domains", added)
                .param("id", customer)
                .query((row, number) ->
                        (RuntimeException) AlreadyTaken.domain(row.getString("domain"), row.getString("code")))
                .optional()
                .orElseGet(Changed::new);
    }

    private void writePlatforms(Customer before, Customer after) {
        var kept = after.platforms().stream().map(Platform::id).collect(Collectors.toSet());
        db.sql("delete from customers.platform where customer_id = :customer and id <> all(:kept)")
                .param("customer", after.id())
                .param("kept", kept.toArray(Long[]::new))
                .update();
        var unchanged = new HashSet<>(before.platforms());
        for (var platform : after.platforms()) {
            if (platform.id() == 0) {
                insert(after.id(), platform);
            } else if (!unchanged.contains(platform)) {
                update(platform);
                grounds.write(platform.id(), runsOn(before, platform.id()), platform.runsOn());
            }
        }
    }

    private static List<String> runsOn(Customer before, long platform) {
        return before.platforms().stream()
                .filter(there -> there.id() == platform)
                .findFirst()
                .map(Platform::runsOn)
                .orElse(List.of());
    }

    private void insert(long customer, Platform platform) {
        var id = db.sql("""
                insert into customers.platform (customer_id, name, url, external_id)
                values (:customer, :name, :url, :externalId)
                returning id
                """)
                .param("customer", customer)
                .param("name", platform.name())
                .param("url", platform.url())
                .param("externalId", platform.externalId())
                .query(Long.class)
                .single();
        grounds.write(id, List.of(), platform.runsOn());
    }

    private void update(Platform platform) {
        db.sql("update customers.platform set name = :name, url = :url, external_id = :externalId where id = :id")
                .param("id", platform.id())
                .param("name", platform.name())
                .param("url", platform.url())
                .param("externalId", platform.externalId())
                .update();
    }
}

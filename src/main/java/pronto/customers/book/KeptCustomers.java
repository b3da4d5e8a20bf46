package pronto.customers.book;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pronto.channels.EmailAddress;
import pronto.channels.Trust;
import pronto.customers.Contact;
import pronto.customers.ContactFields;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerCode;
import pronto.customers.Customers;
import pronto.customers.Recognition;
import pronto.customers.Touched;
import pronto.customers.Unfit;
import pronto.timeline.Actor;
import pronto.ui.Code;

/** The customers as the database keeps them. */
@Repository
class KeptCustomers implements Customers {

    private static final Pattern CODES = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,30}[\\p{L}\\p{N}]");
    private static final Pattern PLATFORMS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,100}[\\p{L}\\p{N}]");
    private static final int MOST_WORDS = 200;

    private final JdbcClient db;
    private final CustomerRows rows;
    private final CustomerBook book;
    private final MovedAddresses moved;
    private final Recognising recognising;
    private final Touching touching;

    KeptCustomers(
            JdbcClient db,
            CustomerRows rows,
            CustomerBook book,
            MovedAddresses moved,
            Recognising recognising,
            Touching touching) {
        this.db = db;
        this.rows = rows;
        this.book = book;
        this.moved = moved;
        this.recognising = recognising;
        this.touching = touching;
    }

    @Override
    public Optional<Customer> customer(long id) {
        return db.sql(CustomerRows.CUSTOMER + "where c.id = :id")
                .param("id", id)
                .query(rows::customer)
                .optional();
    }

    @Override
    public Map<Long, Customer> customers(Collection<Long> ids) {
        var found = new HashMap<Long, Customer>();
        if (!ids.isEmpty()) {
            db.sql(CustomerRows.CUSTOMER + "where c.id = any(:ids)")
                    .param("ids", ids.toArray(Long[]::new))
                    .query(rows::customer)
                    .list()
                    .forEach(customer -> found.put(customer.id(), customer));
        }
        return found;
    }

    @Override
    public Optional<Customer> byCode(String code) {
        // One of ours may come without its prefix, or with a letter O for a zero; the vendor's own wins.
        var key = CustomerCode.key(code);
        var ours = Code.parse(code)
                .filter(read -> read.kind() == Code.Kind.CUSTOMER)
                .map(read -> CustomerCode.key(read.toString()))
                .orElse(key);
        return db.sql(CustomerRows.CUSTOMER
                        + "where c.code_key in (:key, :ours) order by c.code_key = :key desc limit 1")
                .param("key", key)
                .param("ours", ours)
                .query(rows::customer)
                .optional();
    }

    @Override
    public List<Customer> namedIn(String text, int limit) {
        var keys = CODES.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.chars().anyMatch(Character::isDigit))
                .map(CustomerCode::key)
                .distinct()
                .limit(MOST_WORDS)
                .toArray(String[]::new);
        return keys.length == 0
                ? List.of()
                : db.sql(CustomerRows.CUSTOMER + "where c.code_key = any(:keys) order by c.name_key, c.id limit :limit")
                        .param("keys", keys)
                        .param("limit", limit)
                        .query(rows::customer)
                        .list();
    }

    @Override
    public List<Customer> withPlatformIn(String text, int limit) {
        var keys = PLATFORMS
                .matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .filter(word -> word.chars().anyMatch(letter -> letter == '.' || Character.isDigit(letter)))
                .distinct()
                .limit(MOST_WORDS)
                .toArray(String[]::new);
        // What several customers share names none of them.
        return keys.length == 0
                ? List.of()
                : db.sql(CustomerRows.CUSTOMER + """
                         where c.id in (
                               select min(named.customer_id)
                                 from (select lower(name) as key, customer_id from customers.platform
                                        where lower(name) = any(:keys)
                                       union all
                                       select lower(external_id), customer_id from customers.platform
                                        where lower(external_id) = any(:keys)
                                       union all
                                       select lower(substring(url from '^https?://([^/:?#]+)')), customer_id
                                         from customers.platform
                                        where lower(substring(url from '^https?://([^/:?#]+)')) = any(:keys)) named
                                group by named.key having min(named.customer_id) = max(named.customer_id))
                         order by c.name_key, c.id limit :limit
                        """)
                        .param("keys", keys)
                        .param("limit", limit)
                        .query(rows::customer)
                        .list();
    }

    @Override
    public List<Customer> startingWith(String text, int limit) {
        var name = NameKey.beginning(NameKey.of(text));
        return db.sql(CustomerRows.CUSTOMER + """
                 where c.code_key like :code or c.name_key like :name or c.name_key like '% ' || :name
                 order by c.code_key like :code desc, c.name_key like :name desc, c.name_key, c.id
                 limit :limit
                """)
                .param("code", NameKey.beginning(CustomerCode.key(text)))
                .param("name", name)
                .param("limit", limit)
                .query(rows::customer)
                .list();
    }

    @Override
    public List<Customer> startingWith(String text, @Nullable Long after, int limit) {
        return db.sql(CustomerRows.CUSTOMER + """
                 where (c.code_key like :code or c.name_key like :name or c.name_key like '% ' || :name)
                   and (:after::bigint is null
                        or (c.name_key, c.id) > (select a.name_key, a.id from customers.customer a where a.id = :after))
                 order by c.name_key, c.id
                 limit :limit
                """)
                .param("code", NameKey.beginning(CustomerCode.key(text)))
                .param("name", NameKey.beginning(NameKey.of(text)))
                .param("after", after)
                .param("limit", limit)
                .query(rows::customer)
                .list();
    }

    @Override
    public List<Customer> after(@Nullable Long id, int limit) {
        return db.sql(CustomerRows.CUSTOMER + (id == null ? "" : """
                 where (c.name_key, c.id) > (select a.name_key, a.id from customers.customer a where a.id = :after)
                """) + " order by c.name_key, c.id limit :limit")
                .param("after", id)
                .param("limit", limit)
                .query(rows::customer)
                .list();
    }

    @Override
    public Touched dependingOn(Collection<String> parts, @Nullable Long after, int limit) {
        return touching.by(parts, after, limit);
    }

    @Override
    public Optional<Contact> contact(long id) {
        return db.sql(CustomerRows.CONTACT + "where p.id = :id")
                .param("id", id)
                .query(rows::contact)
                .optional();
    }

    @Override
    public Optional<Contact> contactByAddress(String address) {
        return EmailAddress.parse(address).flatMap(this::contactByAddress);
    }

    private Optional<Contact> contactByAddress(EmailAddress address) {
        return db.sql(CustomerRows.CONTACT
                        + "join customers.contact_email e on e.contact_id = p.id where e.address = :address")
                .param("address", address.toString())
                .query(rows::contact)
                .optional();
    }

    @Override
    public List<Contact> contactsOf(long customer, int limit) {
        return contactsOf(customer, null, limit);
    }

    @Override
    public List<Contact> contactsOf(long customer, @Nullable Long after, int limit) {
        return db.sql(CustomerRows.CONTACT + " where p.customer_id = :customer"
                        + (after == null ? "" : """
                   and (p.name_key, p.id) > (select a.name_key, a.id from customers.contact a where a.id = :after)
                """)
                        + " order by p.name_key, p.id limit :limit")
                .param("customer", customer)
                .param("after", after)
                .param("limit", limit)
                .query(rows::contact)
                .list();
    }

    @Override
    public Recognition recognise(String address, Trust trust) {
        return recognising.sender(address).trusted(trust);
    }

    @Override
    public Map<String, Recognition> recognise(Collection<String> addresses) {
        return recognising.senders(addresses);
    }

    @Override
    public Recognition recogniseCaller(String number) {
        return recognising.caller(number);
    }

    @Override
    public Contact tie(long customer, String address, @Nullable String name, Actor actor) {
        // A display name proves nothing: it never adds an address to a person who is already there.
        return contactByAddress(address)
                .filter(known -> known.customer() == customer)
                .orElseGet(() ->
                        book.addContact(customer, ContactFields.named(name).withEmails(List.of(address)), actor));
    }

    @Override
    public Contact move(long customer, String address, @Nullable String name, @Nullable Long into, Actor actor) {
        return moved.move(customer, sender(address), name, into, actor);
    }

    @Override
    public void untie(long customer, String address, Actor actor) {
        moved.untie(customer, sender(address), actor);
    }

    private static String sender(String typed) {
        return EmailAddress.parse(typed)
                .orElseThrow(() -> Unfit.noEmail("email", typed))
                .toString();
    }
}

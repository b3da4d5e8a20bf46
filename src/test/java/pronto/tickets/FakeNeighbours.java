package pronto.tickets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.channels.Delivery;
import pronto.channels.IncomingMail;
import pronto.channels.IncomingMails;
import pronto.channels.Outbox;
import pronto.channels.OutgoingMail;
import pronto.channels.ReplyTokens;
import pronto.channels.SupportAddresses;

/** The modules below the desk, as small as they can be: they keep what they were given. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeNeighbours {

    @Bean
    @Primary
    FakeOutbox fakeOutbox(JdbcClient db) {
        return new FakeOutbox(db);
    }

    @Bean
    @Primary
    FakeMails fakeMails() {
        return new FakeMails();
    }

    @Bean
    @Primary
    ReplyTokens fakeTokens() {
        return new FakeTokens();
    }

    @Bean
    @Primary
    SupportAddresses fakeAddresses() {
        return new FakeAddresses();
    }

    /** Mail that would have been sent; cancelled ones are taken out of it. */
    public static class FakeOutbox implements Outbox {

        public final Map<Long, OutgoingMail> mails = new ConcurrentHashMap<>();
        public volatile boolean tooLate;
        private final JdbcClient db;

        FakeOutbox(JdbcClient db) {
            this.db = db;
        }

        @Override
        public Sent send(OutgoingMail mail) {
            var id = db.sql("""
                    insert into channels.outgoing (once_key, message_id, from_name, from_address, subject, text,
                           recipients, language, automatic, subject_kind, subject_id, created_at, send_after)
                    values (:key, :messageId, :fromName, :from, :subject, :text,
                           '[]', :language, :automatic, :kind, :id, clock_timestamp(), clock_timestamp())
                    returning id
                    """)
                    .param("key", mail.onceKey())
                    .param("messageId", "<" + mail.onceKey().replace(':', '.') + "@pronto.test>")
                    .param("fromName", mail.fromName())
                    .param("from", mail.fromAddress())
                    .param("subject", mail.subject())
                    .param("text", mail.text())
                    .param("language", mail.language())
                    .param("automatic", mail.automatic())
                    .param("kind", mail.subjectKind())
                    .param("id", mail.subjectId())
                    .query(Long.class)
                    .single();
            mails.put(id, mail);
            return new Sent(id, "<" + mail.onceKey().replace(':', '.') + "@pronto.test>");
        }

        @Override
        public boolean cancel(long outgoing) {
            return !tooLate && mails.remove(outgoing) != null;
        }

        @Override
        public void resend(long delivery) {}

        @Override
        public void bounced(String messageId, String address, String answer) {}

        @Override
        public List<Delivery> deliveries(Collection<Long> outgoing) {
            return List.of();
        }

        public List<OutgoingMail> to(String address) {
            return mails.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .filter(mail -> mail.to().stream()
                                    .anyMatch(person -> person.address().equals(address))
                            || mail.cc().stream()
                                    .anyMatch(person -> person.address().equals(address)))
                    .toList();
        }
    }

    /** Mails as they were understood. */
    public static class FakeMails implements IncomingMails {

        public final Map<Long, IncomingMail> mails = new ConcurrentHashMap<>();
        public final Map<Long, String> states = new ConcurrentHashMap<>();

        @Override
        public IncomingMail read(long incoming) {
            return Optional.ofNullable(mails.get(incoming)).orElseThrow();
        }

        @Override
        public void filed(long incoming) {
            states.put(incoming, "filed");
        }

        @Override
        public void unfiled(long incoming, String reason) {
            states.put(incoming, reason);
        }
    }

    /** A token that says openly whose it is: enough to try the rules on. */
    static class FakeTokens implements ReplyTokens {

        @Override
        public String address(String supportAddress, long ticket, String participant) {
            return "support+" + ticket + "." + participant.replace("@", ".at.") + "@pronto.test";
        }

        @Override
        public @Nullable Long ticketOf(String token, String participant) {
            var dot = token.indexOf('.');
            return token.substring(dot + 1).equals(participant.replace("@", ".at."))
                    ? Long.valueOf(token.substring(0, dot))
                    : null;
        }
    }

    static class FakeAddresses implements SupportAddresses {

        private final List<SupportAddress> all = List.of(
                new SupportAddress("support@pronto.test", null), new SupportAddress("billing@pronto.test", "Billing"));

        @Override
        public List<SupportAddress> all() {
            return all;
        }

        @Override
        public SupportAddress main() {
            return all.getFirst();
        }

        @Override
        public @Nullable SupportAddress find(String address) {
            return all.stream()
                    .filter(one -> one.address().equals(address))
                    .findFirst()
                    .orElse(null);
        }
    }
}

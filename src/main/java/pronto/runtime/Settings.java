package pronto.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/** Everything that can be set about an installation: one tree, all under {@code pronto}. */
@ConfigurationProperties("pronto")
public record Settings(
        @DefaultValue("./data") Path home,
        @DefaultValue Http http,
        @Nullable URI url,
        @DefaultValue List<String> proxies,
        @DefaultValue Tls tls,
        @DefaultValue Database database,
        @Nullable String files,
        @Nullable String key,
        @DefaultValue Mail mail,
        @DefaultValue List<Mailbox> mailboxes,
        @DefaultValue Metrics metrics,
        @DefaultValue Api api) {

    public record Http(
            @DefaultValue("8080") int port,
            @DefaultValue("127.0.0.1") String address) {}

    /** PEM files, reread when they change; for HTTP and for STARTTLS. */
    public record Tls(@Nullable Path certificate, @Nullable Path key) {}

    /** Empty means our own. */
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        public boolean isOurOwn() {
            return url.isBlank();
        }
    }

    public record Mail(
            @DefaultValue Smtp smtp,
            @DefaultValue Lmtp lmtp,
            @DefaultValue("localhost") String domain,
            @DefaultValue List<SupportAddress> addresses,
            @DefaultValue("40MB") DataSize size,
            @Nullable String dns,
            @DefaultValue List<String> authserv,
            @DefaultValue("") String relay,
            @DefaultValue Dkim dkim,
            @DefaultValue("false") boolean answersByMail) {

        /** Where customers write to; without any it is {@code support@} and the domain. */
        public List<SupportAddress> addresses() {
            return addresses.isEmpty() ? List.of(new SupportAddress("support@" + domain, null)) : addresses;
        }
    }

    public record Smtp(
            @DefaultValue("2525") int port,
            @DefaultValue("127.0.0.1") String address) {}

    public record Lmtp(@DefaultValue("2424") int port) {}

    /** An address customers write to, and the team that answers there. */
    public record SupportAddress(String address, @Nullable String team) {

        /** {@code support@example.com} or {@code support@example.com=Team name}. */
        public static SupportAddress of(String written) {
            int equals = written.indexOf('=');
            return equals < 0
                    ? new SupportAddress(written.strip(), null)
                    : new SupportAddress(
                            written.substring(0, equals).strip(),
                            written.substring(equals + 1).strip());
        }
    }

    public record Dkim(@Nullable String selector, @Nullable Path key) {}

    /**
     * A mailbox to fetch by IMAP; {@code after} is {@code flag}, {@code move:FOLDER} or {@code delete}. {@code start} says
     * what is taken of that which lay there when it was first looked into.
     */
    public record Mailbox(
            String host,
            @DefaultValue("993") int port,
            @DefaultValue("implicit") Security tls,
            String user,
            @Nullable String password,
            @Nullable OAuth oauth,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("flag") String after,
            @DefaultValue("unread") Start start) {

        /** Only what comes from now on, also what nobody has read yet, or everything. */
        public enum Start {
            NEW,
            UNREAD,
            ALL
        }

        /** From the first byte, by STARTTLS, or not at all. */
        public enum Security {
            IMPLICIT,
            STARTTLS,
            NONE
        }
    }

    /** How access tokens are got for a mailbox: by a refresh token where one is given, else in the program's own name. */
    public record OAuth(
            @Name("token-url") URI tokenUrl,
            @Name("client-id") String clientId,
            @Name("client-secret") @Nullable String clientSecret,
            @Name("refresh-token") @Nullable String refreshToken,
            @Nullable String scope) {}

    /** How many requests a second one token may send, and ten times as many at once; -1 is without a limit. */
    public record Api(@DefaultValue("100") int rate) {}

    /** Port of the Prometheus figures; without one they are beside the console. */
    public record Metrics(@Nullable Integer port) {}
}

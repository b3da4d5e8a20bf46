package pronto.channels.email.imap;

import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.runtime.MasterKey;

/** The newest refresh token of a mailbox, sealed; one that was put into the settings since then comes first. */
record StoredRefreshToken(JdbcClient db, MasterKey key, String mailbox, String given)
        implements AccessTokens.RefreshToken {

    @Override
    public String newest() {
        return db.sql("select refresh_token from channels.mailbox where name = :name and refresh_token is not null")
                .param("name", mailbox)
                .query(String.class)
                .optional()
                .map(this::opened)
                .orElse(given);
    }

    @Override
    public void keep(String token) {
        db.sql("update channels.mailbox set refresh_token = :token where name = :name")
                .param("name", mailbox)
                .param("token", key.seal(place(), token))
                .update();
    }

    /** It opens only beside the given one that it came from. */
    private String opened(String sealed) {
        try {
            return key.open(place(), sealed);
        } catch (IllegalArgumentException e) {
            return given;
        }
    }

    private String place() {
        return "mailbox " + mailbox + " " + given;
    }
}

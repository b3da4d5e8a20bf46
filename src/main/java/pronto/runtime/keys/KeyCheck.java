package pronto.runtime.keys;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.runtime.CannotRun;
import pronto.runtime.Home;
import pronto.runtime.Settings;

/** Whether this key is the one the database was made with; which key that was cannot be learnt from what is kept. */
final class KeyCheck {

    private static final String PURPOSE = "key check";

    private final JdbcClient database;
    private final Settings settings;
    private final Home home;

    KeyCheck(JdbcClient database, Settings settings, Home home) {
        this.database = database;
        this.settings = settings;
        this.home = home;
    }

    /** The first key that comes is the key. */
    StoredMasterKey accept(KeyMaterial material) throws IOException {
        var key = new StoredMasterKey(material.bytes());
        var installation = database.sql("select id from runtime.installation")
                .query(UUID.class)
                .single();
        var mine = HexFormat.of()
                .formatHex(key.sign(
                        PURPOSE, installation.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        database.sql("update runtime.installation set key_check = :mine where key_check is null")
                .param("mine", mine)
                .update();
        var kept = database.sql("select key_check from runtime.installation")
                .query(String.class)
                .single();
        if (!MessageDigest.isEqual(
                kept.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                mine.getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            throw refusal(material);
        }
        return key;
    }

    private CannotRun refusal(KeyMaterial material) throws IOException {
        if (material.madeNow()) {
            material.forget(home);
            return new CannotRun("The master key of this installation is missing: the database was made with one, and"
                    + " there is no file " + home.masterKey() + " and no setting pronto.key. Put it back: every backup"
                    + " holds it, and every other node.");
        }
        var where = settings.key() == null ? "in the file " + home.masterKey() : "of the setting pronto.key";
        return new CannotRun("The master key " + where + " is not the one this database was made with. Put back the key"
                + " of the first start: every backup holds it, and every other node.");
    }
}

package pronto.files;

/** Names kept bytes by their SHA-256, in lower-case hexadecimal. */
public record FileId(String sha256) {

    public FileId {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }
}

package pronto.channels.email.trust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Type;
import pronto.channels.EmailDomain;
import pronto.channels.Evidence.Check;
import pronto.channels.Evidence.Result;

/** Whose signature a mail bears, and whether it is still as it was signed. */
final class Dkim {

    private static final int SIGNATURES = 5;

    private final Lookups lookups;
    private final Instant now;

    Dkim(Lookups lookups, Instant now) {
        this.lookups = lookups;
        this.now = now;
    }

    /** Those that can speak for the author first: of many only some are looked at. */
    static List<DkimSignature> signatures(Fields header, Optional<EmailDomain> author) {
        return header.named(DkimSignature.FIELD).stream()
                .flatMap(field -> DkimSignature.parse(field).stream())
                .sorted(Comparator.comparing(signature -> !kin(signature.domain(), author)))
                .limit(SIGNATURES)
                .toList();
    }

    private static boolean kin(String domain, Optional<EmailDomain> author) {
        return author.filter(at -> at.within(domain) || domain.endsWith("." + at.name()))
                .isPresent();
    }

    void prepare(List<DkimSignature> signatures) {
        signatures.forEach(signature -> lookups.prepare(signature.keyName(), Type.TXT));
    }

    List<Check> check(Fields header, List<DkimSignature> signatures, Map<Canonical, Passing.Hashed> bodies) {
        var checks = new ArrayList<Check>();
        for (var signature : signatures) {
            var body = bodies.get(signature.bodyForm());
            checks.add(
                    body == null
                            ? new Check(Result.PERMERROR, signature.domain(), "unusable")
                            : check(header, signature, body));
        }
        return List.copyOf(checks);
    }

    private Check check(Fields header, DkimSignature signature, Passing.Hashed body) {
        var fault = signature.fault(now);
        if (fault != null) {
            return new Check(Result.PERMERROR, signature.domain(), fault);
        }
        if (!signature.coversAll(body.size())) {
            return new Check(Result.FAIL, signature.domain(), "partly");
        }
        var answer = lookups.text(signature.keyName());
        if (answer.unknown()) {
            return new Check(Result.TEMPERROR, signature.domain(), null);
        }
        var key = answer.records().stream()
                .flatMap(record -> DkimKey.parse(record).stream())
                .findFirst()
                .orElse(null);
        if (key == null || key.revoked() || !key.fits(signature)) {
            return new Check(Result.PERMERROR, signature.domain(), "noKey");
        }
        try {
            return verdict(header, signature, key, body);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Check(Result.PERMERROR, signature.domain(), "unusable");
        }
    }

    private static Check verdict(Fields header, DkimSignature signature, DkimKey key, Passing.Hashed body)
            throws GeneralSecurityException {
        var base64 = Base64.getDecoder();
        if (!MessageDigest.isEqual(base64.decode(signature.tags().close("bh")), body.hash())) {
            return new Check(Result.FAIL, signature.domain(), "textChanged");
        }
        var text = signature.signedText(header).getBytes(ISO_8859_1);
        var verifier = Signature.getInstance(key.type().equals("ed25519") ? "Ed25519" : "SHA256withRSA");
        verifier.initVerify(key.key());
        // Ed25519 signs the hash, as RFC 8463 has it.
        verifier.update(key.type().equals("ed25519") ? sha256(text) : text);
        return verifier.verify(base64.decode(signature.tags().close("b")))
                ? new Check(Result.PASS, signature.domain(), signature.selector())
                : new Check(Result.FAIL, signature.domain(), "headerChanged");
    }

    static byte[] sha256(byte[] text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text);
    }
}

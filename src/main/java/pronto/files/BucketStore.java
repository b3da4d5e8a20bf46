package pronto.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Bytes in an object store that all nodes share; on their way in they wait in a file until their hash is known. */
final class BucketStore implements Store {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);

    private final Bucket bucket;
    private final Path spools;
    private final S3Client s3;

    BucketStore(Bucket bucket, Path spools) throws IOException {
        this.bucket = bucket;
        this.spools = Files.createDirectories(
                spools, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        this.s3 = client(bucket);
    }

    private static S3Client client(Bucket bucket) {
        var client = S3Client.builder()
                .region(Region.of(bucket.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(3))
                        .socketTimeout(Duration.ofSeconds(30)))
                // Other makers' stores do not know the newer checksums; ours are the MD5 sent and the hash read back.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(bucket.endpoint() != null);
        if (bucket.endpoint() != null) {
            client.endpointOverride(bucket.endpoint());
        }
        return client.build();
    }

    @Override
    public Spool spool() throws IOException {
        return new BucketSpool(this, Files.createTempFile(spools, "", ""));
    }

    /** Again even where it is there: its new time keeps the sweeper away. */
    void take(Path spooled, FileId id, String md5) throws IOException {
        asked(() -> s3.putObject(
                put -> put.bucket(bucket.name()).key(bucket.key(id)).contentMD5(md5), spooled));
    }

    @Override
    public InputStream open(FileId id) throws IOException {
        return new CheckedBytes(
                asked(() -> s3.getObject(get -> get.bucket(bucket.name()).key(bucket.key(id)))), id);
    }

    @Override
    public boolean holds(FileId id) {
        try {
            lastPut(id);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean removeOlderThan(FileId id, Instant cutoff) throws IOException {
        try {
            if (!lastPut(id).isBefore(cutoff)) {
                return false;
            }
            asked(() -> s3.deleteObject(gone -> gone.bucket(bucket.name()).key(bucket.key(id))));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void walkOlderThan(Instant cutoff, Consumer<FileId> each) throws IOException {
        var pages = s3.listObjectsV2Paginator(list -> list.bucket(bucket.name()).prefix(bucket.prefix()));
        var objects = pages.contents().iterator();
        while (asked(objects::hasNext)) {
            var object = asked(objects::next);
            var name = object.key().substring(object.key().lastIndexOf('/') + 1);
            if (object.lastModified().isBefore(cutoff) && HASH.matcher(name).matches()) {
                each.accept(new FileId(name));
            }
        }
        try (var forgotten = Files.newDirectoryStream(spools)) {
            for (var spool : forgotten) {
                if (Files.getLastModifiedTime(spool).toInstant().isBefore(cutoff)) {
                    Files.deleteIfExists(spool);
                }
            }
        }
    }

    @Override
    public void check() throws IOException {
        asked(() -> s3.headBucket(head ->
                head.bucket(bucket.name()).overrideConfiguration(hurry -> hurry.apiCallTimeout(HEALTH_PATIENCE))));
    }

    private Instant lastPut(FileId id) throws IOException {
        return asked(() -> s3.headObject(head -> head.bucket(bucket.name()).key(bucket.key(id))))
                .lastModified();
    }

    /** What the store does not do is an {@link IOException} as with every other place for files. */
    private <T> T asked(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(bucket.name());
        } catch (SdkException e) {
            throw new IOException("the object store s3://" + bucket.name() + " does not serve: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}

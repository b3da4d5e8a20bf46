package pronto.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketTest {

    @Test
    void a_bucket_is_read_from_its_address() {
        assertThat(Bucket.parse("s3://pronto-files/desk/?endpoint=https://store.example.com&region=eu-south-1"))
                .contains(new Bucket("pronto-files", "desk/", URI.create("https://store.example.com"), "eu-south-1"));
        assertThat(Bucket.parse("s3://pronto-files")).contains(new Bucket("pronto-files", "", null, "us-east-1"));
    }

    @Test
    void what_is_no_address_of_a_bucket_is_not_taken_for_one() {
        for (var written : new String[] {
            "",
            "file:/srv/files",
            "s3:",
            "s3:///prefix",
            "s3://UPPER/x",
            "s3://b ucket",
            "s3://bytes?endpont=http://x",
            "s3://bytes?endpoint=store.example.com",
            "s3://bytes?endpoint=ftp://store.example.com"
        }) {
            assertThat(Bucket.parse(written)).as(written).isEqualTo(Optional.empty());
        }
    }
}

package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class S3ObjectStoreIT extends ObjectStoreContract {

    @RegisterExtension
    private static final S3Server SERVER = new S3Server();

    private S3Place place;

    @Override
    ObjectStore open() {
        S3Place bucket = SERVER.bucket();
        place = new S3Place(bucket.bucket(), "team/penstock", bucket.endpoint(), bucket.region());
        return S3ObjectStore.open(place);
    }

    @Override
    Path file(String name) {
        return SERVER.file(place, name);
    }

    /** This server leaves an object as old as it was that is copied onto itself as a whole. */
    @Override
    boolean renews(int size) {
        return size >= S3Clients.PART;
    }

    @Test
    void namesItsObjects() {
        assertThat(store.uri("sha256/ab/c"))
                .isEqualTo(URI.create("s3://%s/team/penstock/sha256/ab/c".formatted(place.bucket())));
    }

    @Test
    void listsMoreThanOnePage() {
        for (int i = 0; i < 1_001; i++) {
            store.write("many/%04d".formatted(i), bytes("x"));
        }
        assertThat(store.list("many/")).hasSize(1_001);
    }

    @Test
    void saysThatTheBucketIsNotThere() {
        S3Place nowhere = S3Place.parse("s3://no-such-bucket")
                .at(place.endpoint().orElseThrow())
                .in("us-east-1");
        try (ObjectStore other = S3ObjectStore.open(nowhere)) {
            assertThatExceptionOfType(BlobException.class)
                    .isThrownBy(() -> other.read("a"))
                    .withMessageContaining("no-such-bucket")
                    .withMessageContaining("cannot be used");
            assertThatExceptionOfType(BlobException.class).isThrownBy(() -> other.create("a", bytes("one")));
        }
    }

    @Test
    void knowsThatItWonWhereTheAnswerIsLost() throws Exception {
        try (LossyProxy proxy = new LossyProxy(place.endpoint().orElseThrow());
                ObjectStore other = S3ObjectStore.open(place.at(proxy.endpoint()))) {
            proxy.loseNextAnswer();
            assertThat(other.create("cache/a", bytes("one"))).isPresent();
            assertThat(proxy.lost()).isEqualTo(1);
            assertThat(other.create("cache/a", bytes("one"))).isEmpty();
            String tag = other.read("cache/a").orElseThrow().tag();
            proxy.loseNextAnswer();
            assertThat(other.replace("cache/a", bytes("two"), tag)).isPresent();
            assertThat(proxy.lost()).isEqualTo(2);
            assertThat(other.replace("cache/a", bytes("two"), tag)).isEmpty();
        }
        assertThat(store.read("cache/a").orElseThrow().bytes()).isEqualTo(bytes("two"));
    }
}

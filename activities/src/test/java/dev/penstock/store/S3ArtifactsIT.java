package dev.penstock.store;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;

final class S3ArtifactsIT extends ArtifactsContract {

    @RegisterExtension
    private static final S3Server SERVER = new S3Server();

    private S3Place place;

    @Override
    ObjectStore open() {
        place = SERVER.bucket();
        return S3ObjectStore.open(place);
    }

    @Override
    Path object(String name) {
        return SERVER.file(place, name);
    }
}

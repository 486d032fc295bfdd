package dev.penstock.cache;

import dev.penstock.store.ObjectStore;
import dev.penstock.store.S3ObjectStore;
import dev.penstock.store.S3Server;
import org.junit.jupiter.api.extension.RegisterExtension;

final class S3CacheIT extends CacheContract {

    @RegisterExtension
    private static final S3Server SERVER = new S3Server();

    @Override
    ObjectStore open() {
        return S3ObjectStore.open(SERVER.bucket());
    }
}

package dev.penstock.cache;

import dev.penstock.store.FileObjectStore;
import dev.penstock.store.ObjectStore;

final class CacheTest extends CacheContract {

    @Override
    ObjectStore open() {
        return new FileObjectStore(folder.resolve("store"));
    }
}

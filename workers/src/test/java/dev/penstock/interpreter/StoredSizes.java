package dev.penstock.interpreter;

import dev.penstock.store.BlobStore;
import dev.penstock.store.MemoryBlobStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers how big what it stores is. */
final class StoredSizes implements BlobStore {

    private final MemoryBlobStore blobs = new MemoryBlobStore();
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();

    List<Integer> atLeast(int bytes) {
        return sizes.stream().filter(size -> size >= bytes).toList();
    }

    @Override
    public String put(byte[] bytes) {
        sizes.add(bytes.length);
        return blobs.put(bytes);
    }

    @Override
    public byte[] get(String digest) {
        return blobs.get(digest);
    }

    @Override
    public String words() {
        return blobs.words();
    }
}

package dev.penstock.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps values as long as this object lives; for tests. */
public final class MemoryBlobStore implements BlobStore {

    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public String put(byte[] bytes) {
        String digest = Digests.of(bytes);
        blobs.putIfAbsent(digest, bytes.clone());
        return digest;
    }

    @Override
    public byte[] get(String digest) {
        byte[] bytes = blobs.get(digest);
        if (bytes == null) {
            throw BlobException.missing(digest, words());
        }
        return bytes.clone();
    }

    @Override
    public String words() {
        return "in memory";
    }
}

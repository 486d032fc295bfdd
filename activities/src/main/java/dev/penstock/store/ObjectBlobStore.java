package dev.penstock.store;

/** Keeps values as objects, beside the files of artifacts. */
public record ObjectBlobStore(ObjectStore objects) implements BlobStore {

    static final String FOLDER = "sha256";

    @Override
    public String put(byte[] bytes) {
        String digest = Digests.of(bytes);
        String name = Digests.name(FOLDER, digest);
        if (!objects.renew(name, bytes.length)) {
            objects.write(name, bytes);
        }
        return digest;
    }

    @Override
    public byte[] get(String digest) {
        byte[] bytes = objects.read(Digests.name(FOLDER, digest))
                .map(Tagged::bytes)
                .orElseThrow(() -> BlobException.missing(digest, words()));
        if (!Digests.of(bytes).equals(digest)) {
            // So that putting it again puts it right.
            objects.delete(Digests.name(FOLDER, digest));
            throw BlobException.damaged(digest, words());
        }
        return bytes;
    }

    @Override
    public String words() {
        return objects.words();
    }
}

package dev.penstock.store;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/**
 * Objects in S3 or a server that speaks like it.
 *
 * <p>An object that was created or replaced names its writer, so that one whose answer was lost learns whether it won.
 */
public final class S3ObjectStore implements ObjectStore {

    private static final String WRITER = "penstock-writer";
    private static final int LANES = 32;

    private final S3Place place;
    private final S3Calls calls;
    private final S3AsyncClient client;
    private final S3AsyncClient clientForFiles;
    private final S3TransferManager transfers;

    private S3ObjectStore(S3Place place) {
        this.place = place;
        this.calls = new S3Calls(place.words());
        this.client = S3Clients.forCalls(place);
        this.clientForFiles = S3Clients.forFiles(place);
        this.transfers = S3TransferManager.builder().s3Client(clientForFiles).build();
    }

    /** With the credentials that the environment gives: variables, a profile, or the role of a pod or machine. */
    public static S3ObjectStore open(S3Place place) {
        return new S3ObjectStore(place);
    }

    @Override
    public Optional<Tagged> read(String name) {
        return calls.find(client.getObject(
                        request -> request.bucket(place.bucket()).key(key(name)), AsyncResponseTransformer.toBytes()))
                .map(found ->
                        new Tagged(found.asByteArrayUnsafe(), found.response().eTag()));
    }

    @Override
    public Optional<InputStream> open(String name) {
        return calls.find(client.getObject(
                        request -> request.bucket(place.bucket()).key(key(name)),
                        AsyncResponseTransformer.toBlockingInputStream()))
                .map(InputStream.class::cast);
    }

    @Override
    public void write(String name, byte[] bytes) {
        calls.get(client.putObject(put(name).build(), AsyncRequestBody.fromBytes(bytes)));
    }

    @Override
    public Optional<String> create(String name, byte[] bytes) {
        return win(name, bytes, null);
    }

    @Override
    public Optional<String> replace(String name, byte[] bytes, String tag) {
        return win(name, bytes, tag);
    }

    private Optional<String> win(String name, byte[] bytes, @Nullable String tag) {
        String writer = UUID.randomUUID().toString();
        PutObjectRequest.Builder request = put(name).metadata(Map.of(WRITER, writer));
        PutObjectRequest put = (tag == null ? request.ifNoneMatch("*") : request.ifMatch(tag)).build();
        return calls.win(
                () -> client.putObject(put, AsyncRequestBody.fromBytes(bytes)).thenApply(PutObjectResponse::eTag),
                () -> head(name)
                        .filter(found -> writer.equals(found.metadata().get(WRITER)))
                        .map(HeadObjectResponse::eTag));
    }

    @Override
    public OptionalLong size(String name) {
        return head(name).map(found -> OptionalLong.of(found.contentLength())).orElse(OptionalLong.empty());
    }

    /** By a copy onto itself, which the server makes; in parts where it is big. */
    @Override
    public boolean renew(String name, long bytes) {
        Instant old = Instant.now().minus(YOUNG);
        Optional<HeadObjectResponse> found = head(name).filter(head -> head.contentLength() == bytes);
        if (found.isEmpty() || found.get().lastModified().isAfter(old)) {
            return found.isPresent();
        }
        boolean copied = copyOntoItself(name);
        // A server that only says that it has copied leaves the age as it was.
        return copied
                && head(name)
                        .filter(head -> head.contentLength() == bytes
                                && head.lastModified().isAfter(old))
                        .isPresent();
    }

    /** False also where that is refused, such as of what lies in an archive: then a new object takes its place. */
    private boolean copyOntoItself(String name) {
        try {
            return calls.find(clientForFiles.copyObject(copy -> copy.sourceBucket(place.bucket())
                            .sourceKey(key(name))
                            .destinationBucket(place.bucket())
                            .destinationKey(key(name))
                            .metadataDirective(MetadataDirective.REPLACE)))
                    .isPresent();
        } catch (BlobException e) {
            return false;
        }
    }

    private Optional<HeadObjectResponse> head(String name) {
        return calls.find(
                client.headObject(request -> request.bucket(place.bucket()).key(key(name))));
    }

    /** The server compares the checksum with what reached it: of small files SHA-256, of others that of the whole. */
    @Override
    public void upload(String name, Path file, Fingerprint print) {
        PutObjectRequest.Builder put = put(name);
        if (print.bytes() < S3Clients.PART) {
            put.checksumAlgorithm(ChecksumAlgorithm.SHA256).checksumSHA256(base64(print.digest()));
        } else {
            put.checksumAlgorithm(ChecksumAlgorithm.CRC32).checksumCRC32(print.crcAsText());
        }
        calls.upload(
                file,
                transfers
                        .uploadFile(
                                upload -> upload.putObjectRequest(put.build()).source(file))
                        .completionFuture());
    }

    @Override
    public void download(String name, Path file, String digest) {
        boolean found = calls.find(transfers
                        .downloadFile(download -> download.getObjectRequest(
                                        get -> get.bucket(place.bucket()).key(key(name)))
                                .destination(file))
                        .completionFuture())
                .isPresent();
        if (!found) {
            throw BlobException.missing(digest, words());
        }
        if (!calls.print(file).digest().equals(digest)) {
            throw BlobException.damaged(digest, words());
        }
    }

    @Override
    public void delete(String name) {
        calls.get(client.deleteObject(request -> request.bucket(place.bucket()).key(key(name))));
    }

    @Override
    public boolean deleteOld(String name, Instant unchangedSince) {
        boolean old = head(name)
                .filter(found -> found.lastModified().isBefore(unchangedSince))
                .isPresent();
        if (old) {
            delete(name);
        }
        return old;
    }

    @Override
    public List<Entry> list(String prefix) {
        List<Entry> all = new ArrayList<>();
        String[] next = new String[1];
        do {
            ListObjectsV2Response page = calls.get(client.listObjectsV2(request -> request.bucket(place.bucket())
                    .prefix(place.prefix() + prefix)
                    .continuationToken(next[0])));
            page.contents().forEach(found -> all.add(entry(found)));
            next[0] = page.nextContinuationToken();
        } while (next[0] != null);
        return all;
    }

    private Entry entry(S3Object found) {
        return new Entry(found.key().substring(place.prefix().length()), found.size(), found.lastModified());
    }

    private PutObjectRequest.Builder put(String name) {
        return PutObjectRequest.builder().bucket(place.bucket()).key(key(name));
    }

    private String key(String name) {
        return place.prefix() + Names.checked(name);
    }

    private static String base64(String digest) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Digests.hex(digest)));
    }

    @Override
    public URI uri(String name) {
        return place.uri(Names.checked(name));
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public String words() {
        return place.words();
    }

    @Override
    public void close() {
        // The client waits for two seconds of silence, for which nobody here has a use.
        Thread.ofVirtual().name("close " + words()).start(() -> {
            transfers.close();
            clientForFiles.close();
            client.close();
        });
    }
}

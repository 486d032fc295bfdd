package dev.penstock.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens stores by the text that names their place; what speaks to S3 is loaded only when it is needed. */
public final class ObjectStores {

    private static final String S3 = "s3:";

    private ObjectStores() {}

    /**
     * Opens {@code s3://bucket/prefix} or a folder. As with other tools, the environment variable AWS_ENDPOINT_URL_S3 or
     * AWS_ENDPOINT_URL names a server that is not Amazon's.
     */
    public static ObjectStore open(String place, Map<String, String> environment) {
        if (!place.startsWith(S3)) {
            return new FileObjectStore(Path.of(place));
        }
        Optional<URI> endpoint = Stream.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(URI::create);
        S3Place parsed = S3Place.parse(place);
        return S3ObjectStore.open(endpoint.map(parsed::at).orElse(parsed));
    }
}

package dev.penstock.store;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket, or what is under a prefix of it.
 *
 * @param endpoint of a server that is not Amazon's; the bucket is then part of the path, not of the host
 * @param region where the environment is not to decide
 */
public record S3Place(String bucket, String prefix, Optional<URI> endpoint, Optional<String> region) {

    private static final Pattern FORM = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:/[^/?#]+)*)/?");

    public S3Place {
        prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /** From a text such as {@code s3://bucket/prefix}. */
    public static S3Place parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    Code.INVALID_OPTION,
                    "store",
                    "\"%s\" is no place in S3.".formatted(text),
                    "Write it like s3://bucket/prefix.");
        }
        String prefix = matcher.group(2);
        return new S3Place(
                matcher.group(1), prefix.isEmpty() ? "" : prefix.substring(1), Optional.empty(), Optional.empty());
    }

    public S3Place at(URI server) {
        return new S3Place(bucket, prefix, Optional.of(server), region);
    }

    public S3Place in(String name) {
        return new S3Place(bucket, prefix, endpoint, Optional.of(name));
    }

    URI uri(String name) {
        return URI.create("s3://%s/%s%s".formatted(bucket, prefix, name));
    }

    String words() {
        String at = endpoint.map(server -> " at " + server).orElse("");
        return "s3://%s/%s%s".formatted(bucket, prefix, at);
    }
}

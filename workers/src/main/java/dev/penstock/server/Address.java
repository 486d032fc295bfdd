package dev.penstock.server;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a server listens; the host of an IPv6 address stands without its brackets. */
public record Address(String host, int port) {

    private static final Pattern HOST_AND_PORT = Pattern.compile(
            "(?<name>[\\p{Alnum}._-]+)(?<!-):(?<port>\\d{1,5})|\\[(?<v6>[\\p{XDigit}:.%]+)]:(?<port6>\\d{1,5})");

    private static final int HIGHEST_PORT = 65_535;

    public Address {
        if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("%s:%s is not an address".formatted(host, port));
        }
    }

    static Address local(int port) {
        return new Address("127.0.0.1", port);
    }

    /** Whether it names a port of this machine, by the names that it always has. */
    boolean isHere(int localPort) {
        return port == localPort && List.of("127.0.0.1", "localhost", "::1").contains(host);
    }

    /** "host:port", unless it is something else. */
    static Optional<Address> parse(String text) {
        Matcher matcher = HOST_AND_PORT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean name = matcher.group("name") != null;
        String host = matcher.group(name ? "name" : "v6");
        int port = Integer.parseInt(matcher.group(name ? "port" : "port6"));
        return port < 1 || port > HIGHEST_PORT ? Optional.empty() : Optional.of(new Address(host, port));
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[%s]:%s".formatted(host, port) : "%s:%s".formatted(host, port);
    }
}

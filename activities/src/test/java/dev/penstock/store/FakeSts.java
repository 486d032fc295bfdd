package dev.penstock.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lends the keys of the S3 server of the tests, which knows no tokens of sessions, for one role. */
final class FakeSts implements AutoCloseable {

    private static final String LENT = """
            <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <AssumeRoleWithWebIdentityResult>
                <Credentials>
                  <AccessKeyId>user</AccessKeyId>
                  <SecretAccessKey>password</SecretAccessKey>
                  <SessionToken></SessionToken>
                  <Expiration>EXPIRATION</Expiration>
                </Credentials>
                <AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/r/s</Arn><AssumedRoleId>r:s</AssumedRoleId></AssumedRoleUser>
              </AssumeRoleWithWebIdentityResult>
            </AssumeRoleWithWebIdentityResponse>
            """;

    private static final String REFUSED = """
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <Error>
                <Type>Sender</Type>
                <Code>AccessDenied</Code>
                <Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message>
              </Error>
              <RequestId>1</RequestId>
            </ErrorResponse>
            """;

    private final HttpServer server;
    private final String role;
    private final Duration validity;
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    FakeSts(String role, Duration validity) throws IOException {
        this.role = role;
        this.validity = validity;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was shown to it, in the order of the calls. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        tokens.add(form.getOrDefault("WebIdentityToken", ""));
        boolean lends = form.getOrDefault("RoleArn", "").equals(role);
        Instant end = Instant.now().plus(validity).truncatedTo(ChronoUnit.SECONDS);
        byte[] body = (lends ? LENT.replace("EXPIRATION", end.toString()) : REFUSED).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(lends ? 200 : 403, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> form(String text) {
        return Stream.of(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, two) -> two));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

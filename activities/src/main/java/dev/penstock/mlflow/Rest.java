package dev.penstock.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** What MLflow's client cannot do: send something that creates exactly once, delete, and store files. */
final class Rest implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int BAD_REQUEST = 400;
    private static final String API = "/api/2.0/mlflow/";
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";

    private final Mlflow mlflow;
    private final HttpClient http;

    Rest(Mlflow mlflow) {
        this.mlflow = mlflow;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(mlflow.patience());
        this.http =
                isPlain(mlflow.address()) ? builder.sslContext(trustingNobody()).build() : builder.build();
    }

    private static boolean isPlain(URI address) {
        return "http".equals(address.getScheme());
    }

    /** Certificates take a tenth of a second to read, and nothing needs them without encryption. */
    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode post(String call, JsonNode body) throws InterruptedException {
        return send(request(API + call, mlflow.patience())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    JsonNode delete(String call, JsonNode body) throws InterruptedException {
        return send(request(API + call, mlflow.patience())
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString(body.toString())));
    }

    /** Stores a file of any size below the server's artifacts; the same again changes nothing. */
    void store(String path, Path file, Duration patience) throws InterruptedException {
        send(request(ARTIFACTS + encoded(path), patience)
                .header("Content-Type", "application/octet-stream")
                .PUT(content(file)));
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new IllegalStateException("it was there a moment ago: " + file, e);
        }
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(mlflow.address() + path)).timeout(patience);
        mlflow.credentials().header().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw MlflowException.silent(mlflow.address(), "it took too long", e);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? "the connection failed" : e.getMessage();
            throw MlflowException.silent(mlflow.address(), reason, e);
        }
        JsonNode body = json(response.body());
        if (response.statusCode() >= BAD_REQUEST) {
            throw MlflowException.refused(
                    response.statusCode(),
                    body.path("error_code").asText(""),
                    body.path("message").asText("no reason given"));
        }
        return body;
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

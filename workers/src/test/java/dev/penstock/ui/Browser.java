package dev.penstock.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** Chromium without a window, steered through its driver by the WebDriver protocol. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Texts in Markdown stand in frames of their own. */
    private static final String EVERYTHING = """
            return [document, ...[...document.querySelectorAll('iframe')].map(frame => frame.contentDocument)]
                .map(page => page && page.body ? page.body.innerText : '(closed frame)').join('\\n');
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final URI session;

    private Browser(Process driver, URI session) {
        this.driver = driver;
        this.session = session;
    }

    static Browser open(Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process driver = start(port, folder);
        URI address = URI.create("http://127.0.0.1:" + port + "/");
        Browser opening = new Browser(driver, address);
        try {
            opening.awaitDriver();
            JsonNode answer = opening.post("session", capabilities(folder));
            return new Browser(
                    driver,
                    address.resolve("session/" + answer.path("sessionId").asText() + "/"));
        } catch (IOException | RuntimeException e) {
            driver.destroy();
            throw e;
        }
    }

    private static Process start(int port, Path folder) throws IOException {
        try {
            return new ProcessBuilder("chromedriver", "--port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("driver.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "There is no chromedriver here. On Debian: apt-get install chromium chromium-driver.", e);
        }
    }

    private static ObjectNode capabilities(Path folder) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode options =
                body.putObject("capabilities").putObject("alwaysMatch").putObject("goog:chromeOptions");
        for (String argument : List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1500,1800",
                "--user-data-dir=" + folder.resolve("profile"))) {
            options.withArray("args").add(argument);
        }
        return body;
    }

    private void awaitDriver() throws InterruptedException {
        until("the driver answers", () -> {
            try {
                return get("status").path("ready").asBoolean();
            } catch (IOException e) {
                return false;
            }
        });
    }

    void go(URI page) throws IOException, InterruptedException {
        post("url", JSON.createObjectNode().put("url", page.toString()));
    }

    /** Waits until the text that a person sees on the page is like this, and gives it. */
    String text(String what, Predicate<String> expected) throws InterruptedException {
        String[] seen = {""};
        until(what, () -> {
            seen[0] = run(EVERYTHING);
            return expected.test(seen[0]);
        });
        return seen[0];
    }

    private String run(String script) {
        try {
            ObjectNode body = JSON.createObjectNode().put("script", script);
            body.putArray("args");
            return post("execute/sync", body).asText();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Follows the link that begins with these words. */
    void follow(String words) throws InterruptedException {
        until("there is a link " + words, () -> run("""
                const link = [...document.querySelectorAll('a')].find(a => a.innerText.trim().startsWith('%s'));
                if (link) { link.click(); }
                return link ? 'found' : '';
                """.formatted(words)).equals("found"));
    }

    void photograph(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(get("screenshot").asText()));
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private void until(String what, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "It never happened that %s; the page says: %s".formatted(what, run(EVERYTHING)));
            }
            // Another process decides when; asking it without pause would only slow it down.
            Thread.sleep(100);
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return value(client.send(
                HttpRequest.newBuilder(session.resolve(path)).build(), HttpResponse.BodyHandlers.ofString()));
    }

    private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(session.resolve(path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return value(client.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private static JsonNode value(HttpResponse<String> response) throws IOException {
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IOException(answer.path("value").path("message").asText());
        }
        return answer.path("value");
    }

    @Override
    public void close() {
        HttpRequest end = HttpRequest.newBuilder(URI.create(session.toString().replaceFirst("/$", "")))
                .DELETE()
                .build();
        client.sendAsync(end, HttpResponse.BodyHandlers.discarding()).join();
        driver.destroy();
        driver.onExit().join();
        client.close();
    }
}

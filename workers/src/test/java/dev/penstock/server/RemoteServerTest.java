package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Code;
import dev.penstock.server.Target.Remote;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemoteServerTest {

    @TempDir
    private Path folder;

    @Test
    void connectsToAServerInTheClear() throws Exception {
        try (FakeServer server = FakeServer.plain("default");
                Engine engine = Engines.open(Remote.at(server.address()), settings())) {
            assertThat(engine.words()).isEqualTo("remote: %s, namespace default".formatted(server.address()));
            assertThat(engine.abilities().durable()).isTrue();
            assertThat(engine.abilities().workerVersioning()).isFalse();
        }
    }

    @Test
    void saysThatNothingListens() throws IOException {
        Address address = Address.local(FakePort.closed());
        Refusal.of(Remote.at(address), settings())
                .is(Code.NO_SERVER, "Nothing listens here.", "whether the server runs")
                .at("server " + address);
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        Refusal.of(Remote.at(new Address("no-such-host.invalid", 7233)), settings())
                .is(Code.NO_SERVER, "There is no host \"no-such-host.invalid\".", "Check its name");
    }

    @Test
    void waitsAShortTimeForAPortThatSaysNothing() throws IOException {
        try (FakePort port = FakePort.silent()) {
            ServerSettings impatient = settings().waiting(Duration.ofMillis(700));
            long start = System.nanoTime();
            Refusal.of(Remote.at(port.address()), impatient)
                    .is(Code.NO_SERVER, "No answer came within 0.7 s.", "Check the address");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void knowsAWebServer() throws IOException {
        try (FakePort port = FakePort.web()) {
            Refusal.of(Remote.at(port.address()), settings())
                    .is(Code.NO_SERVER, "A web server listens here.", "8233 or 8080 is that of its UI");
        }
    }

    @Test
    void namesTheNamespacesThatAreThere() throws Exception {
        try (FakeServer server = FakeServer.plain("default", "training", "temporal-system")) {
            Refusal.of(Remote.at(server.address()).in("trainig"), settings())
                    .is(Code.UNKNOWN_NAMESPACE, "no namespace \"trainig\"", "Did you mean \"training\"?");
            Refusal.of(Remote.at(server.address()).in("production"), settings())
                    .is(Code.UNKNOWN_NAMESPACE, "no namespace \"production\"", "Known: default, training.");
        }
    }

    @Test
    void saysHowToGetANamespaceWhereNoneIsTold() throws Exception {
        try (FakeServer server = FakeServer.plain()) {
            Refusal.of(Remote.at(server.address()).in("training"), settings())
                    .is(
                            Code.UNKNOWN_NAMESPACE,
                            "no namespace \"training\"",
                            "temporal operator namespace create --namespace training");
        }
    }

    @Test
    void saysThatARightIsMissing() throws Exception {
        try (FakeServer server = FakeServer.plain("default").wantingKey("s3cret")) {
            Refusal.of(Remote.at(server.address()), settings())
                    .is(Code.MISSING_RIGHT, "(Request unauthorized.)", "Give an API key or a client certificate");
        }
    }

    @Test
    void sendsNoKeyInTheClear() throws Exception {
        try (FakeServer server = FakeServer.plain("default")) {
            Refusal.of(Remote.at(server.address()).with(new ApiKey("KEY")), settings())
                    .is(Code.REFUSED_VALUE, "The API key would travel unencrypted.", "Switch TLS on");
        }
    }

    private ServerSettings settings() {
        return ServerSettings.in(folder).withEnvironment(Map.of());
    }
}

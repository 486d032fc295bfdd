package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.server.Target.Remote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AutoTest {

    @TempDir
    private Path folder;

    private Remote absent;

    @BeforeEach
    void chooseAnAddressWithoutServer() throws IOException {
        absent = Remote.at(Address.local(FakePort.closed()));
    }

    @Test
    void isAConfiguredServerThatAnswers() throws IOException {
        try (FakeServer configured = FakeServer.plain("default");
                FakeServer usual = FakeServer.plain("default")) {
            ServerSettings settings = settings().preferring(Remote.at(configured.address()));
            assertThat(words(settings, usual.address().port()))
                    .isEqualTo("remote: %s, namespace default".formatted(configured.address()));
        }
    }

    @Test
    void doesNotPassOverAServerThatRefuses() throws IOException {
        try (FakeServer server = FakeServer.plain("default")) {
            Remote wrong = Remote.at(server.address()).in("elsewhere");
            Refusal.of(new Target.Auto(), settings().preferring(wrong))
                    .is(Code.UNKNOWN_NAMESPACE, "elsewhere", "Known: default.");
        }
    }

    @Test
    void isAServerAtTheUsualPort() throws IOException {
        try (FakeServer usual = FakeServer.plain("default")) {
            int port = usual.address().port();
            assertThat(words(settings().preferring(absent), port))
                    .isEqualTo("remote: 127.0.0.1:%s, namespace default".formatted(port));
        }
    }

    @Test
    void isTheEmbeddedOneWhereSomethingElseHasTheUsualPort() throws IOException {
        try (FakePort web = FakePort.web();
                FakeServer withoutNamespace = FakeServer.plain()) {
            assertThat(words(settings(), web.port())).isEqualTo("embedded: in this process, not durable");
            assertThat(words(settings(), withoutNamespace.address().port()))
                    .isEqualTo("embedded: in this process, not durable");
        }
    }

    @Test
    void isTheEmbeddedOneWhereNothingElseIsThere() {
        assertThat(words(settings(), absent.address().port())).isEqualTo("embedded: in this process, not durable");
        assertThat(words(settings().startingDevServer(), absent.address().port()))
                .isEqualTo("embedded: in this process, not durable");
        assertThat(words(settings().preferring(absent), absent.address().port()))
                .isEqualTo("embedded: in this process, not durable; %s does not answer".formatted(absent.address()));
    }

    @Test
    void leavesNothingInAFolderThatItDoesNotUse() {
        words(settings(), absent.address().port());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isNotTheOnlyOneWhereAllAreAsked() throws IOException {
        try (FakeServer configured = FakeServer.plain("default");
                FakeServer usual = FakeServer.plain("default")) {
            Remote named = Remote.at(configured.address());
            int port = usual.address().port();
            List<Engine> all = Engines.all(List.of(named), true, OptionalInt.of(port), settings());
            all.forEach(Engine::close);
            assertThat(all)
                    .extracting(Engine::words)
                    .containsExactly(
                            "remote: %s, namespace default".formatted(configured.address()),
                            "remote: 127.0.0.1:%s, namespace default".formatted(port));
            List<Engine> once =
                    Engines.all(List.of(Remote.at(usual.address())), true, OptionalInt.of(port), settings());
            once.forEach(Engine::close);
            assertThat(once).hasSize(1);
            assertThat(Engines.all(
                            List.of(), true, OptionalInt.of(absent.address().port()), settings()))
                    .isEmpty();
            assertThat(Engines.all(List.of(), true, OptionalInt.empty(), settings()))
                    .isEmpty();
        }
    }

    @Test
    void isAskedForTheUsualNamespaceTooWhereAnotherIsNamed() throws IOException {
        try (FakeServer usual = FakeServer.plain("default", "team")) {
            int port = usual.address().port();
            Remote team = Remote.at(usual.address()).in("team");
            List<Engine> all = Engines.all(List.of(team), true, OptionalInt.of(port), settings());
            all.forEach(Engine::close);
            assertThat(all).extracting(Engine::namespace).containsExactly("team", "default");
        }
    }

    @Test
    void isNotPassedOverWhereItRefusesAndAllAreAsked() throws IOException {
        try (FakeServer usual = FakeServer.plain()) {
            int port = usual.address().port();
            Refusal.of(() -> Engines.all(List.of(), true, OptionalInt.of(port), settings()))
                    .is(Code.UNKNOWN_NAMESPACE, "default", "");
        }
    }

    @Test
    void isNothingWhereOneOfAllDoesNotAnswer() throws IOException {
        try (FakeServer configured = FakeServer.plain("default")) {
            Remote other = Remote.at(Address.local(FakePort.closed()));
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Engines.all(
                            List.of(absent, Remote.at(configured.address()), other),
                            true,
                            OptionalInt.of(FakePort.closed()),
                            settings()))
                    .matches(thrown -> thrown.problems().size() == 2)
                    .withMessageContaining(absent.address().toString())
                    .withMessageContaining(other.address().toString());
        }
    }

    private static String words(ServerSettings settings, int usualPort) {
        try (Engine engine = Engines.open(new Target.Auto(), settings, usualPort)) {
            return engine.words();
        }
    }

    private ServerSettings settings() {
        return ServerSettings.in(folder).withEnvironment(Map.of());
    }
}

package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.daemon.ProcessMark;
import dev.penstock.problem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DevServerTest {

    @TempDir
    private Path folder;

    @Test
    void needsAFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Refusal.of(new Target.Dev(), settings(file.resolve("below")))
                .is(Code.UNREADABLE, "The dev server's folder cannot be written", "Make it writable")
                .at(file.resolve("below").toString());
    }

    @Test
    void needsItsPorts() throws IOException {
        Path cli = script("exit 0");
        try (FakePort taken = FakePort.silent()) {
            ServerSettings settings = settings(folder).withEnvironment(Map.of("PENSTOCK_TEMPORAL", cli.toString()));
            Refusal.of(new Target.Dev(), settings.onPorts(taken.port(), FakePort.closed()))
                    .is(Code.PORT_IN_USE, "has the port of the dev server.", "configure another port")
                    .at("port " + taken.port());
            Refusal.of(new Target.Dev(), settings.onPorts(FakePort.closed(), taken.port()))
                    .is(Code.PORT_IN_USE, "has the port of the dev server's UI.", "configure another port")
                    .at("port " + taken.port());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "file is not a database (26), UNREADABLE, damaged, Move the file away",
        "Error: database disk image is malformed (11), UNREADABLE, damaged, Move the file away",
        "attempt to write a readonly database (8), UNREADABLE, cannot be written, Make the file",
        "listen tcp 127.0.0.1:1: bind: address already in use, PORT_IN_USE, took a port, Try again",
        "the cat sat on the server, SERVER_NOT_STARTED, the cat sat on the server, has its log"
    })
    void saysWhyItDidNotStart(String log, Code code, String message, String remedy) throws IOException {
        Path cli = script("echo 'level=WARN\n" + log + "'; exit 1");
        ServerSettings settings = settings(folder)
                .withEnvironment(Map.of("PENSTOCK_TEMPORAL", cli.toString()))
                .onPorts(FakePort.closed(), FakePort.closed());
        Refusal.of(new Target.Dev(), settings).is(code, message, remedy);
    }

    @Test
    void isEndedWhereItDoesNotAnswerAndNobodyUsesIt() throws Exception {
        Process hung = new ProcessBuilder(script("sleep 600; exit 1").toString()).start();
        DevServerFolder place = DevServerFolder.at(folder);
        DevServerState.of(hung.toHandle(), FakePort.closed(), 2).write(place);
        Refusal.of(new Target.Dev(), settings(folder)).is(Code.NO_SERVER, "Nothing listens here.", "Check the address");
        assertThat(hung.isAlive()).isFalse();
        assertThat(place.state()).doesNotExist();
    }

    @Test
    void isLeftAloneWhereItDoesNotAnswerAndOthersUseIt() throws Exception {
        Process hung = new ProcessBuilder(script("exec sleep 600").toString()).start();
        DevServerFolder place = DevServerFolder.at(folder);
        Path other = new DevServerUsers(place).join();
        DevServerState.of(hung.toHandle(), FakePort.closed(), 2).write(place);
        Refusal.of(new Target.Dev(), settings(folder)).is(Code.NO_SERVER, "Nothing listens here.", "Check the address");
        assertThat(hung.isAlive()).isTrue();
        assertThat(new DevServerUsers(place).present()).hasSize(1);
        assertThat(other).exists();
        hung.destroy();
    }

    @Test
    void isNotTakenForRunningWhenAnotherProcessHasItsId() {
        DevServerFolder place = DevServerFolder.at(folder);
        ProcessHandle self = ProcessHandle.current();
        DevServerState.of(self, 1, 2).write(place);
        assertThat(DevServerState.running(place)).contains(DevServerState.of(self, 1, 2));
        new DevServerState(new ProcessMark(self.pid(), Instant.EPOCH), 1, 2).write(place);
        assertThat(DevServerState.running(place)).isEmpty();
    }

    @Test
    void isNotTakenForRunningWhenItsStateIsNonsense() throws IOException {
        DevServerFolder place = DevServerFolder.at(folder);
        Files.writeString(place.state(), "pid=self");
        assertThat(DevServerState.running(place)).isEmpty();
    }

    @Test
    void forgetsUsersWhoseProcessIsGone() throws Exception {
        Process gone = new ProcessBuilder(script("exit 0").toString()).start();
        gone.waitFor();
        DevServerFolder place = DevServerFolder.at(folder);
        DevServerUsers users = new DevServerUsers(place);
        Path self = users.join();
        Path ghost = Files.createFile(place.users().resolve(gone.pid() + ".1"));
        assertThat(users.present()).containsExactly(ProcessHandle.current().pid());
        assertThat(ghost).doesNotExist();
        users.leave(self);
        assertThat(users.present()).isEmpty();
    }

    private Path script(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("temporal"), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static ServerSettings settings(Path folder) {
        return ServerSettings.in(folder).withEnvironment(Map.of());
    }
}

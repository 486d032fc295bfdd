package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Code;
import dev.penstock.server.Target.Remote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UsedServersTest {

    @TempDir
    private Path folder;

    private UsedServers used;

    @BeforeEach
    void begin() {
        used = new UsedServers(folder.resolve("home/servers"));
    }

    @Test
    void areKnownByAddressAndNamespaceOnceEach() {
        Remote first = Remote.at(new Address("a.example.com", 7233));
        Remote second = Remote.at(new Address("::1", 7233)).in("team");
        assertThat(used.all()).isEmpty();
        for (Remote each : List.of(first, first.in("team"), second, first)) {
            used.note(each);
        }
        assertThat(used.all()).containsExactly(first, first.in("team"), second);
    }

    @Test
    void areAllThereWhereManyAreAddedAtOnce() {
        Remote remote = Remote.at(Address.local(7233));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 200).forEach(i -> threads.execute(() -> used.note(remote.in("n" + i))));
        }
        assertThat(used.all()).extracting(Remote::namespace).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void areNotPassedOverWhereALineIsCut() throws IOException {
        Files.createDirectories(used.file().getParent());
        Files.writeString(used.file(), "127.0.0.1:72");
        used.note(Remote.at(Address.local(7233)));
        assertThat(used.file()).content().isEqualTo("127.0.0.1:72\n127.0.0.1:7233 default\n");
        Refusal.of(used::all).is(Code.UNREADABLE, "127.0.0.1:72\" is no address", "one server on each line");
    }
}

package dev.penstock.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.daemon.ProcessMark;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LocalProcessesTest {

    private final Owner.OsProcess own = LocalProcesses.own();

    @Test
    void knowWhoRunsOnThisMachine() {
        assertThat(isAlive(own)).isTrue();
        assertThat(isAlive(at(own.host(), 999_999_999, own.mark().started()))).isFalse();
        assertThat(isAlive(at(own.host(), own.mark().pid(), Instant.EPOCH)))
                .as("a number used again")
                .isFalse();
        assertThat(isAlive(at("elsewhere", 999_999_999, Instant.EPOCH)))
                .as("nobody can tell")
                .isTrue();
    }

    @Test
    void askSomebodyElseAboutTheRest() {
        LocalProcesses processes = new LocalProcesses(owner -> false);
        assertThat(processes.isAlive(owner(own))).isFalse();
        assertThat(processes.isAlive(owner(at("elsewhere", 1, Instant.EPOCH)))).isFalse();
    }

    private static boolean isAlive(Owner.OsProcess process) {
        return LocalProcesses.only().isAlive(owner(process));
    }

    private static Owner.OsProcess at(String host, long pid, Instant started) {
        return new Owner.OsProcess(host, new ProcessMark(pid, started));
    }

    private static Owner owner(Owner.OsProcess process) {
        return new Owner("run", "id", "train", "1", "here", process);
    }
}

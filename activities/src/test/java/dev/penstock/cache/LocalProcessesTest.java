package dev.penstock.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LocalProcessesTest {

    private final Owner.OsProcess own = LocalProcesses.own();

    @Test
    void knowWhoRunsOnThisMachine() {
        assertThat(isAlive(own)).isTrue();
        assertThat(isAlive(new Owner.OsProcess(own.host(), 999_999_999, own.start())))
                .isFalse();
        assertThat(isAlive(new Owner.OsProcess(own.host(), own.pid(), "1")))
                .as("a number used again")
                .isFalse();
        assertThat(isAlive(new Owner.OsProcess("elsewhere", 999_999_999, "1")))
                .as("nobody can tell")
                .isTrue();
    }

    @Test
    void askSomebodyElseAboutTheRest() {
        LocalProcesses processes = new LocalProcesses(owner -> false);
        assertThat(processes.isAlive(owner(own))).isFalse();
        assertThat(processes.isAlive(owner(new Owner.OsProcess("elsewhere", 1, "1"))))
                .isFalse();
    }

    private static boolean isAlive(Owner.OsProcess process) {
        return LocalProcesses.only().isAlive(owner(process));
    }

    private static Owner owner(Owner.OsProcess process) {
        return new Owner("run", "id", "train", "1", "here", process);
    }
}

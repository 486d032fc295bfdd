package dev.penstock.cache;

import dev.penstock.daemon.HostName;
import dev.penstock.daemon.ProcessMark;

/** Knows of the processes of this machine whether they still run; asks somebody else about the rest. */
public record LocalProcesses(Owners others) implements Owners {

    /** Without anybody else to ask. */
    public static LocalProcesses only() {
        return new LocalProcesses(owner -> true);
    }

    public static Owner.OsProcess own() {
        return new Owner.OsProcess(HostName.own(), ProcessMark.of(ProcessHandle.current()));
    }

    @Override
    public boolean isAlive(Owner owner) {
        return mayRun(owner.process()) && others.isAlive(owner);
    }

    private static boolean mayRun(Owner.OsProcess process) {
        return !process.host().equals(HostName.own())
                || process.mark().process().isPresent();
    }
}

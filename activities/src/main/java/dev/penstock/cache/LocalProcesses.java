package dev.penstock.cache;

import dev.penstock.daemon.ProcessMark;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Knows of the processes of this machine whether they still run; asks somebody else about the rest. */
public record LocalProcesses(Owners others) implements Owners {

    /** Without anybody else to ask. */
    public static LocalProcesses only() {
        return new LocalProcesses(owner -> true);
    }

    public static Owner.OsProcess own() {
        return new Owner.OsProcess(host(), ProcessMark.of(ProcessHandle.current()));
    }

    @Override
    public boolean isAlive(Owner owner) {
        return mayRun(owner.process()) && others.isAlive(owner);
    }

    private static boolean mayRun(Owner.OsProcess process) {
        return !process.host().equals(host()) || process.mark().process().isPresent();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}

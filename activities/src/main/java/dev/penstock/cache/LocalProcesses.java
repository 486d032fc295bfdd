package dev.penstock.cache;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Knows of the processes of this machine whether they still run; asks somebody else about the rest. */
public record LocalProcesses(Owners others) implements Owners {

    /** Without anybody else to ask. */
    public static LocalProcesses only() {
        return new LocalProcesses(owner -> true);
    }

    public static Owner.OsProcess own() {
        ProcessHandle own = ProcessHandle.current();
        return new Owner.OsProcess(host(), own.pid(), start(own));
    }

    @Override
    public boolean isAlive(Owner owner) {
        return mayRun(owner.process()) && others.isAlive(owner);
    }

    private static boolean mayRun(Owner.OsProcess process) {
        if (!process.host().equals(host())) {
            return true;
        }
        Optional<ProcessHandle> found = ProcessHandle.of(process.pid());
        return found.isPresent() && found.get().isAlive() && start(found.get()).equals(process.start());
    }

    private static String start(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(at -> Long.toString(at.toEpochMilli()))
                .orElse("");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}

package dev.penstock.daemon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine; the network is asked for it only where the system does not say. */
public final class HostName {

    private static final Path OF_LINUX = Path.of("/proc/sys/kernel/hostname");
    private static final String OWN = find();

    private HostName() {}

    public static String own() {
        return OWN;
    }

    private static String find() {
        try {
            return Files.readString(OF_LINUX).strip();
        } catch (IOException e) {
            return ask();
        }
    }

    private static String ask() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}

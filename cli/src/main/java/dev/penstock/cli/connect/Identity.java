package dev.penstock.cli.connect;

import dev.penstock.daemon.HostName;

/**
 * How a process of ours names itself to a server, which remembers for minutes who once asked it for work.
 *
 * @param lasting whether it works until told to end, not only for a run of its own
 */
record Identity(boolean lasting, String host, long pid) {

    private static final String WORKER = "penstock-worker";
    private static final String RUN = "penstock-run";

    static Identity own(boolean lasting) {
        return new Identity(lasting, HostName.own(), ProcessHandle.current().pid());
    }

    /** Whether somebody of this name is still there, as far as that can be known here. */
    static boolean isThere(String text) {
        String[] parts = text.split(":", -1);
        boolean ours = parts.length == 3 && (parts[0].equals(WORKER) || parts[0].equals(RUN));
        if (!ours || !parts[1].equals(HostName.own()) || !parts[2].matches("\\d{1,18}")) {
            return true;
        }
        return ProcessHandle.of(Long.parseLong(parts[2]))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    /** Whether somebody of this name works for others too. */
    static boolean isLasting(String text) {
        return !text.startsWith(RUN + ":");
    }

    @Override
    public String toString() {
        return "%s:%s:%s".formatted(lasting ? WORKER : RUN, host, pid);
    }
}

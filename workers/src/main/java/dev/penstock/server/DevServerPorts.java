package dev.penstock.server;

import dev.penstock.daemon.Ports;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;

/** The ports of a dev server and of its UI: those that are configured, else the usual ones, else any. */
record DevServerPorts(int server, int ui) {

    static final int USUAL = 7233;

    private static final int UI_ABOVE = 1000;
    private static final int HIGHEST = 65_535;
    private static final int ANY = 0;

    static DevServerPorts choose(ServerSettings settings) {
        int server =
                settings.port().map(port -> free(port, "of the dev server")).orElseGet(() -> Ports.freeOr(USUAL));
        int ui = settings.uiPort()
                .map(port -> free(port, "of the dev server's UI"))
                .orElseGet(() -> Ports.freeOr(besides(server)));
        return new DevServerPorts(server, ui);
    }

    /** The usual port of the UI of a server. */
    static int besides(int server) {
        return server + UI_ABOVE <= HIGHEST ? server + UI_ABOVE : ANY;
    }

    private static int free(int port, String whose) {
        return Ports.free(port)
                .orElseThrow(() -> new InvalidInputException(
                        Code.PORT_IN_USE,
                        "port " + port,
                        "Another process has the port %s.".formatted(whose),
                        "End that process, or configure another port."));
    }
}

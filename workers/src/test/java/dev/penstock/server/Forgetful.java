package dev.penstock.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A program that opens the dev server of a folder, waits for the end of its input, and closes nothing. */
final class Forgetful {

    private Forgetful() {}

    public static void main(String[] arguments) throws IOException {
        ServerSettings settings = ServerSettings.in(Path.of(arguments[0]))
                .onPorts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Engine engine = Engines.open(new Target.Dev(), settings);
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(engine.namespace().isEmpty() ? 1 : 0);
    }
}

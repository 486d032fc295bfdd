package dev.penstock.process;

import dev.penstock.contract.Asked;
import java.nio.file.Path;

/** A process that runs a step which needs an environment, and says what it was told meanwhile. */
final class EnvironmentBuilder {

    private EnvironmentBuilder() {}

    public static void main(String... arguments) throws Exception {
        Bench bench = new Bench(Path.of(arguments[0])).set(ProcessSettings.INSTALLER, "pip");
        bench.run(Asked.of(String.class).at("process-" + ProcessHandle.current().pid()));
        bench.heard().forEach(System.out::println);
    }
}

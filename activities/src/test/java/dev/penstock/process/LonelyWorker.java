package dev.penstock.process;

import dev.penstock.contract.Asked;
import dev.penstock.flow.Done;
import java.nio.file.Path;

/** A process that runs one attempt, to be ended from outside. */
final class LonelyWorker {

    private LonelyWorker() {}

    public static void main(String... arguments) throws Exception {
        new Bench(Path.of(arguments[0])).run(Asked.of(Done.class));
    }
}

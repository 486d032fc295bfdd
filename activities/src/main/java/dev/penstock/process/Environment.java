package dev.penstock.process;

import java.nio.file.Path;

/** A virtual environment. */
record Environment(Path folder) {

    Path programs() {
        return folder.resolve("bin");
    }

    Path python() {
        return programs().resolve("python");
    }
}

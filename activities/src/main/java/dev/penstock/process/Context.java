package dev.penstock.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The build context of an image: its code, its requirements and its Dockerfile. */
public record Context(String image, Path folder) {

    /** What the code needs: all of it, by exact version, in a file of this name; else what pip makes of the other. */
    Path requirements() {
        return isComplete() ? lock() : folder.resolve("requirements.txt");
    }

    /** Whether nothing is to be installed but what is named. */
    boolean isComplete() {
        return Files.isRegularFile(lock());
    }

    private Path lock() {
        return folder.resolve("requirements.lock");
    }

    boolean hasRequirements() {
        return Files.isRegularFile(requirements());
    }

    Path dockerfile() {
        return folder.resolve("Dockerfile");
    }
}

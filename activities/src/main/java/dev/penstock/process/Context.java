package dev.penstock.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The build context of an image: its code, its requirements and its Dockerfile. */
public record Context(String image, Path folder) {

    Path requirements() {
        return folder.resolve("requirements.txt");
    }

    boolean hasRequirements() {
        return Files.isRegularFile(requirements());
    }

    Path dockerfile() {
        return folder.resolve("Dockerfile");
    }
}

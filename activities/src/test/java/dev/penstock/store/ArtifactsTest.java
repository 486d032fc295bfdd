package dev.penstock.store;

import java.nio.file.Path;

final class ArtifactsTest extends ArtifactsContract {

    @Override
    ObjectStore open() {
        return new FileObjectStore(folder.resolve("store"));
    }

    @Override
    Path object(String name) {
        return folder.resolve("store").resolve(name);
    }
}

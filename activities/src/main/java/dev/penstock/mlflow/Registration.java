package dev.penstock.mlflow;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model that is to become a version of a registered one.
 *
 * @param model the name under which its versions are found
 * @param key the same whenever the same version is meant
 * @param run the run that has made it
 * @param content its file or folder
 */
public record Registration(String model, String key, TrackedRun run, Path content, SortedMap<String, String> tags) {

    public Registration {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}

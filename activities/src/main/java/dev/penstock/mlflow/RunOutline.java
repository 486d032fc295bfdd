package dev.penstock.mlflow;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as it is to begin.
 *
 * @param key the same whenever the same run is meant; it finds the one that an earlier attempt has begun
 * @param parent the id of the run that it belongs to
 */
public record RunOutline(
        String experiment, String key, String name, Optional<String> parent, SortedMap<String, String> tags) {

    public RunOutline {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}

package dev.penstock.rerun;

import dev.penstock.spec.Node;
import java.util.Optional;

/**
 * A step and where it stands.
 *
 * @param path of all its passes, such as {@code map-depths/train}
 * @param region the bodies around it in its own pipeline
 * @param within the pipeline whose step it is
 * @param parent the step in whose body or pipeline it is
 */
record Placed(String path, Node node, String region, Surroundings within, Optional<Placed> parent) {

    boolean isInside(Placed other) {
        return parent.isPresent()
                && (parent.get().path().equals(other.path()) || parent.get().isInside(other));
    }

    /** In words, for sentences about it. */
    String quoted() {
        return '"' + node.name() + '"';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Placed placed && placed.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}

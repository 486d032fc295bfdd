package dev.penstock.flow;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the pipeline to which a handle belongs; constants belong to none. */
final class Owners {

    private Owners() {}

    static Optional<Recorder> of(@Nullable Value<?> value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.source() instanceof Source.Known known) {
            return Optional.of(known.recorder());
        }
        return value.source().parts().stream()
                .filter(Objects::nonNull)
                .flatMap(part -> of(part).stream())
                .findFirst();
    }

    static boolean isBroken(Value<?> value) {
        return value.source() instanceof Source.Broken
                || (value.source() instanceof Source.Part part && isBroken(part.of()));
    }
}

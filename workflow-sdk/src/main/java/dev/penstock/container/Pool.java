package dev.penstock.container;

import static java.util.Objects.requireNonNull;

/** A kind of node, by the name under which it is configured. */
public record Pool(String name) {

    public Pool {
        requireNonNull(name, "name");
    }

    public static Pool pool(String name) {
        return new Pool(name);
    }
}

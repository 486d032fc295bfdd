package dev.penstock.container;

/** A kind of node, by the name under which it is configured. */
public record Pool(String name) {

    public static Pool pool(String name) {
        return new Pool(name);
    }
}

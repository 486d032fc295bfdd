package dev.penstock.store;

import java.time.Instant;

/** An object in a listing. */
public record Entry(String name, long bytes, Instant changed) {

    /** Of a content, whose name it is. */
    String digest() {
        return "sha256:" + name.substring(name.indexOf('/') + 1).replace("/", "");
    }
}

package dev.penstock.artifact;

import java.net.URI;

/** A reference to bytes in the artifact store; declare a record of exactly these two components per kind of thing. */
public interface Artifact {

    URI uri();

    String digest();
}

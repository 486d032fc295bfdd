package dev.penstock.spec;

/** Something that can describe itself as a spec; pipelines can. */
public interface Specified {

    Spec toSpec();
}

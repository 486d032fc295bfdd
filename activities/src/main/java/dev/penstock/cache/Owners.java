package dev.penstock.cache;

/** Knows which owners are still at work; no clock decides that. */
public interface Owners {

    /** Whether this owner may still finish; where nobody can tell, it may. */
    boolean isAlive(Owner owner);
}

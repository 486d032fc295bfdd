package dev.penstock.spec;

/** A method that a worker finds again by class and name. */
public record Method(String owner, String name) {

    /** For people: the class without its package, and the method. */
    public String shortText() {
        return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1) + "::" + name;
    }
}

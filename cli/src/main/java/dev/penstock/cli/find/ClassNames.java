package dev.penstock.cli.find;

/** Compares names of classes as people write them. */
final class ClassNames {

    private ClassNames() {}

    /** Whether the text is the full name; a nested class may be written with a dot. */
    static boolean equal(String className, String text) {
        return text.equals(className) || text.equals(className.replace('$', '.'));
    }

    /** The name without package and enclosing class. */
    static String simple(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}

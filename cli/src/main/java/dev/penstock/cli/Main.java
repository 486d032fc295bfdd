package dev.penstock.cli;

/** Starts the command without pipelines of its own. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Penstock.main(args);
    }
}

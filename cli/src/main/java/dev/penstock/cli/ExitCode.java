package dev.penstock.cli;

/** What the command tells scripts. */
final class ExitCode {

    static final int DONE = 0;
    static final int DIFFERENT = 1;
    static final int BAD_INPUT = 2;
    static final int FAULT = 70;

    private ExitCode() {}
}

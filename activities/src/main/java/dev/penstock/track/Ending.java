package dev.penstock.track;

/** How a run or an attempt has ended. */
public enum Ending {
    SUCCEEDED,
    FAILED,
    CANCELLED
}

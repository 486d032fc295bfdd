package dev.penstock.interpreter;

/** Commands of one kind, of which only so many may be under way at once. */
enum Lane {
    // More than a hundred events that arrive during one workflow task make the server discard the task.
    WORK(100, 3),
    LOCAL(200, 1),
    CHILD(100, 3);

    private final int most;
    private final int events;

    Lane(int most, int events) {
        this.most = most;
        this.events = events;
    }

    int most() {
        return most;
    }

    /** What one of them adds to the history. */
    int events() {
        return events;
    }
}

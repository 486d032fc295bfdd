package dev.penstock.process;

import dev.penstock.contract.Progress;

/** Is told how far attempts are, by the thread that follows each of them; must not block. */
public interface ProgressListener {

    void progress(String run, String path, int attempt, Progress progress);

    static ProgressListener none() {
        return (run, path, attempt, progress) -> {};
    }
}

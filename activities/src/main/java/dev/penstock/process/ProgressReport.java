package dev.penstock.process;

import dev.penstock.contract.Progress;
import dev.penstock.step.StepAttempt;
import java.util.List;

/** Passes on how far an attempt is: each word to those who listen here, the sum of them to the engine. */
final class ProgressReport {

    private final StepAttempt attempt;
    private final ProgressListener listener;
    private Progress sum = Progress.nothing();

    ProgressReport(StepAttempt attempt, ProgressListener listener) {
        this.attempt = attempt;
        this.listener = listener;
    }

    /** Throws when the attempt is to stop. */
    void says(String message) {
        pass(List.of(Progress.saying(message)));
    }

    void pass(List<Progress> news) {
        if (news.isEmpty()) {
            return;
        }
        for (Progress progress : news) {
            sum = progress.after(sum);
            listener.progress(attempt.run(), attempt.path(), attempt.number(), progress);
            attempt.news(progress.toJson());
        }
        attempt.progress(sum.toJson());
    }

    /** What was said while the step was prepared says nothing about the step itself. */
    void begins() {
        sum = Progress.nothing();
        listener.progress(attempt.run(), attempt.path(), attempt.number(), Progress.saying(""));
    }
}

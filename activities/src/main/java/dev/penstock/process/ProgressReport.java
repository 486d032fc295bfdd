package dev.penstock.process;

import dev.penstock.contract.Progress;
import dev.penstock.step.StepAttempt;
import java.util.List;

/** Passes on how far an attempt is: each line to who measures, the sum of them to who shows it. */
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
            attempt.news(progress.toJson());
        }
        tell();
    }

    private void tell() {
        listener.progress(attempt.run(), attempt.path(), attempt.number(), sum);
        attempt.progress(sum.toJson());
    }

    /** What was said while the step was prepared says nothing about the step itself. */
    void begins() {
        sum = Progress.nothing();
        tell();
    }
}

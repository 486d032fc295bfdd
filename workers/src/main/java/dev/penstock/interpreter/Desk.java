package dev.penstock.interpreter;

import dev.penstock.engine.Answer;
import dev.penstock.engine.Carried;
import dev.penstock.engine.Messages;
import dev.penstock.engine.RunStatus;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers those who ask a running workflow; before the run has begun it says so. */
final class Desk implements Controls {

    private static final int MOST_BYTES = 500_000;

    private final Values values;
    private @Nullable Execution run;
    private boolean stopped;

    Desk(Values values) {
        this.values = values;
    }

    void open(Execution execution) {
        run = execution;
        if (stopped) {
            execution.stop().stop();
        }
    }

    @Override
    public String answer(Answer answer) {
        Execution open = open();
        Deque<String> words = new ArrayDeque<>();
        open.agenda().post(() -> words.add(open.approvals().answer(answer)));
        return words.remove();
    }

    @Override
    public void check(Answer answer) {
        Optional<String> refusal = run == null
                ? Optional.of("The run has not begun yet; ask again in a moment.")
                : run.approvals().refusal(answer);
        refusal.ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }

    @Override
    public void stop() {
        stopped = true;
        if (run != null) {
            Execution open = run;
            open.agenda().post(open.stop()::stop);
        }
    }

    @Override
    public RunStatus status() {
        return run == null
                ? new RunStatus(Board.now(), List.of(), 0, 0, "beginning", Optional.empty())
                : run.board().status();
    }

    /** An answer of 4 MB is never delivered; the same state is stored once, whoever asks for it how often. */
    @Override
    public Datum carried() {
        Carried carried = run == null ? Carried.nothing() : run.state().carried();
        Datum answer = Datum.of(Messages.encode(carried));
        return answer.size() > MOST_BYTES ? values.store(answer) : answer;
    }

    private Execution open() {
        if (run == null) {
            throw new IllegalStateException("the run has not begun yet");
        }
        return run;
    }
}

package dev.penstock.host;

import dev.penstock.fault.Thrown;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a failure says about its causes: short enough for a message, whatever the exceptions themselves would do. */
final class Causes {

    private static final int MOST_CAUSES = 4;
    private static final int MOST_CHARACTERS = 400;
    // Those of deep recursions would not fit into a message; causes repeat most of them.
    private static final int MOST_FRAMES = 40;
    private static final int MOST_FRAMES_OF_CAUSES = 10;

    private Causes() {}

    /** The same chain with the same names, cut to its beginning; nothing of no cause. */
    static @Nullable Throwable of(@Nullable Throwable first) {
        Throwable told = null;
        List<Thrown> chain = first == null ? List.of() : Thrown.chain(first, MOST_CAUSES);
        for (int i = chain.size() - 1; i >= 0; i--) {
            told = told(chain.get(i), i == 0 ? MOST_FRAMES : MOST_FRAMES_OF_CAUSES, told);
        }
        return told;
    }

    private static Throwable told(Thrown thrown, int frames, @Nullable Throwable cause) {
        ApplicationFailure failure = ApplicationFailure.newBuilder()
                .setMessage(thrown.shortMessage(MOST_CHARACTERS))
                .setType(thrown.type())
                .setCause(cause)
                .build();
        failure.setStackTrace(thrown.frames().stream().limit(frames).toArray(StackTraceElement[]::new));
        return failure;
    }
}

package dev.penstock.interpreter;

import dev.penstock.engine.Limits;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Lets commands out so that neither too many are under way, nor a message or a history grows too big. */
@SuppressWarnings("EnumOrdinal") // The index of a list that lives as long as the workflow in memory.
final class Window {

    /** What a failure takes in a message: its words twice, its causes and their frames. */
    static final int BYTES_OF_FAILURE = 16 * 1024;

    // A message of more than 4 MB is never delivered; the worker would try for ever.
    private static final int MOST_BYTES_OF_TASK = 2_500_000;
    private static final int OVERHEAD = 700;
    // Work that takes hours is not waited for until the history is really long.
    private static final int LENGTHENED = 4;

    private final Limits limits;
    private final Agenda agenda;
    private final Line work = new Line();
    private final Line local = new Line();
    private final Line child = new Line();
    private long task = -1;
    private long bytes;
    private long events;
    private int lasting;
    private boolean breathing;
    private boolean closed;
    private boolean staysOpen;

    private record Waiting(int bytes, boolean lasting, Stop stop, Runnable start) {}

    /** What waits in a lane, and how much is under way. */
    private static final class Line {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int inFlight;
    }

    Window(Limits limits, Agenda agenda) {
        this.limits = limits;
        this.agenda = agenda;
    }

    /** Starts a command now or when there is room, or when it is not to start at all; what may take hours is lasting. */
    void enter(Lane lane, int size, boolean lastingLong, Stop stop, Runnable start) {
        queue(lane).add(new Waiting(size, lastingLong, stop, start));
        drain(lane);
    }

    /** Starts a command without waiting for room, nor for a new history: it keeps what is done. */
    void enterAtOnce(Lane lane, Stop stop, Runnable start) {
        start(lane, new Waiting(0, false, stop, start));
    }

    /** A command has ended and brought a result of this size. */
    void leave(Lane lane, boolean lastingLong, int size) {
        line(lane).inFlight--;
        lasting -= lastingLong ? 1 : 0;
        if (lane == Lane.LOCAL) {
            // What was reserved for its result, and what it was in fact.
            bytes += size - reserved();
        }
        drainAll();
    }

    /** From now on the run ends in this history: what has failed must not begin anew in another. */
    void stayOpen() {
        staysOpen = true;
        closed = false;
        drainAll();
    }

    /** Lets out what waits and is not to start any more, so that it can say so. */
    void releaseStopped() {
        for (Lane lane : Lane.values()) {
            List<Waiting> stopped =
                    queue(lane).stream().filter(next -> next.stop().isStopped()).toList();
            queue(lane).removeAll(stopped);
            stopped.forEach(next -> start(lane, next));
        }
    }

    private void drainAll() {
        for (Lane lane : Lane.values()) {
            drain(lane);
        }
    }

    /** Whether the workflow task at hand still waits for local activities. */
    boolean hasLocalUnderWay() {
        return count(Lane.LOCAL) > 0;
    }

    /** Whether nothing is under way and the rest belongs into a new history. */
    boolean isToContinue() {
        return closed && work.inFlight + local.inFlight + child.inFlight == 0;
    }

    private void drain(Lane lane) {
        Deque<Waiting> queue = queue(lane);
        while (!queue.isEmpty() && mayStart(lane, queue.peek())) {
            start(lane, queue.remove());
        }
    }

    private void start(Lane lane, Waiting next) {
        line(lane).inFlight++;
        lasting += next.lasting() ? 1 : 0;
        bytes += cost(lane, next);
        events += lane.events();
        agenda.post(next.start());
    }

    private boolean mayStart(Lane lane, Waiting next) {
        noticeNewTask();
        closed |= !staysOpen && task + events > limits.mostEvents() * (lasting == 0 ? 1L : LENGTHENED);
        if (closed || count(lane) >= lane.most()) {
            return false;
        }
        if (bytes == 0 || bytes + cost(lane, next) <= MOST_BYTES_OF_TASK) {
            return true;
        }
        // Local work that ends makes room, and until then the task cannot end anyway.
        if (count(Lane.LOCAL) == 0) {
            breathe();
        }
        return false;
    }

    private int cost(Lane lane, Waiting next) {
        return OVERHEAD + next.bytes() + (lane == Lane.LOCAL ? reserved() : 0);
    }

    /** Room for what local work brings, whether it succeeds or fails. */
    private int reserved() {
        return Math.max(limits.mostInline(), BYTES_OF_FAILURE);
    }

    private void noticeNewTask() {
        long now = Workflow.getInfo().getHistoryLength();
        if (now != task) {
            task = now;
            bytes = count(Lane.LOCAL) * (long) (reserved() + OVERHEAD);
            events = 0;
        }
    }

    /** Ends the workflow task, so that what has been said is sent before more is. */
    private void breathe() {
        if (breathing) {
            return;
        }
        breathing = true;
        TimerOptions why = TimerOptions.newBuilder()
                .setSummary("more than fits into one message")
                .build();
        Workflow.newTimer(Duration.ofMillis(1), why).handle((nothing, failure) -> {
            breathing = false;
            agenda.post(this::drainAll);
            return null;
        });
    }

    private Deque<Waiting> queue(Lane lane) {
        return line(lane).waiting;
    }

    private int count(Lane lane) {
        return line(lane).inFlight;
    }

    private Line line(Lane lane) {
        return switch (lane) {
            case WORK -> work;
            case LOCAL -> local;
            case CHILD -> child;
        };
    }
}

package dev.penstock.room;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Lets work begin when there is room for it on this machine. */
public final class Room {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Turns turns;
    private long last;

    public Room(Capacity whole) {
        this.turns = Turns.none(whole);
    }

    /** Work that needs room. */
    public interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /** Waits for room, works, and makes room for others; tells what it waits for, and gives up when that throws. */
    public <T> T during(Capacity asks, Consumer<String> tell, Work<T> work) throws IOException, InterruptedException {
        long number = come(asks);
        try {
            await(number, tell);
            return work.run();
        } finally {
            go(number);
        }
    }

    private long come(Capacity asks) {
        lock.lock();
        try {
            last++;
            turns = turns.comes(new Turns.Guest(last, asks));
            return last;
        } finally {
            lock.unlock();
        }
    }

    private void await(long number, Consumer<String> tell) throws InterruptedException {
        String told = "";
        for (Optional<String> why = next(number, told); why.isPresent(); why = next(number, told)) {
            told = why.get();
            // Not under the lock, since it may take its time.
            tell.accept(told);
        }
    }

    /** Why it waits, once that is another reason than the one it was told; nothing once it is inside. */
    private Optional<String> next(long number, String told) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (turns.why(number).filter(told::equals).isPresent()) {
                changed.await();
            }
            return turns.why(number);
        } finally {
            lock.unlock();
        }
    }

    private void go(long number) {
        lock.lock();
        try {
            turns = turns.goes(number);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

package dev.penstock.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Does the same with many things, some at once; the first that fails ends it. */
public final class Lanes {

    private Lanes() {}

    public static <T> void each(List<T> items, int lanes, Consumer<T> work) {
        int needed = Math.min(lanes, items.size());
        if (needed <= 1) {
            items.forEach(work);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable lane = () -> {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                done(items.get(i), work, next, items.size());
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(
                needed, Thread.ofPlatform().daemon().factory());
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < needed; i++) {
                all.add(threads.submit(lane));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw thrown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BlobException.interrupted(e);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private static <T> void done(T item, Consumer<T> work, AtomicInteger next, int end) {
        boolean well = false;
        try {
            work.accept(item);
            well = true;
        } finally {
            if (!well) {
                next.set(end);
            }
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(e);
        };
    }
}

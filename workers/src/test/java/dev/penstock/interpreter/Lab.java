package dev.penstock.interpreter;

import dev.penstock.function.Services;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that counts what it is asked and fails where it is told to. */
final class Lab {

    interface Bench {
        int first(int n);

        int second(int n);

        int third(int n);

        int other(int n);
    }

    final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    final Set<String> broken = ConcurrentHashMap.newKeySet();
    final Set<String> stuck = ConcurrentHashMap.newKeySet();
    final CountDownLatch reached = new CountDownLatch(1);

    Services services() {
        return Services.none().with(Bench.class, new Bench() {
            @Override
            public int first(int n) {
                return done("first", n, n + 1);
            }

            @Override
            public int second(int n) {
                return done("second", n, n * 2);
            }

            @Override
            public int third(int n) {
                return done("third", n, n + 100);
            }

            @Override
            public int other(int n) {
                return done("other", n, n * 3);
            }
        });
    }

    private int done(String step, int n, int result) {
        calls.computeIfAbsent(step, key -> new AtomicInteger()).incrementAndGet();
        if (broken.contains(step) || broken.contains(step + n)) {
            throw new IllegalStateException(step + " is broken for " + n);
        }
        if (stuck.contains(step)) {
            reached.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        }
        return result;
    }

    int calls(String step) {
        return calls.getOrDefault(step, new AtomicInteger()).get();
    }
}

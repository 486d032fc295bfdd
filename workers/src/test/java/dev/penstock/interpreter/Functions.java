package dev.penstock.interpreter;

import java.util.List;
import java.util.stream.IntStream;

/** Functions for pipelines of tests. */
final class Functions {

    private Functions() {}

    static int increment(int n) {
        return n + 1;
    }

    static int twice(int n) {
        return n * 2;
    }

    static int square(int n) {
        return n * n;
    }

    static List<Integer> upTo(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    static int sum(List<Integer> all) {
        return all.stream().mapToInt(Integer::intValue).sum();
    }

    static int count(List<Integer> all) {
        return all.size();
    }

    static int odd(int n) {
        if (n % 2 == 0) {
            throw new IllegalArgumentException(n + " is even");
        }
        return n;
    }

    static String text(int length) {
        return "x".repeat(length);
    }

    static int length(String text) {
        return text.length();
    }
}

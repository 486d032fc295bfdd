package dev.penstock.benchmarks.engine;

/** Starts one run and waits for its result. */
interface Contestant {

    int run();
}

/** Whole runs on Temporal, measured against the same steps written by hand, and disturbed. */
@NullMarked
package dev.penstock.benchmarks.engine;

import org.jspecify.annotations.NullMarked;

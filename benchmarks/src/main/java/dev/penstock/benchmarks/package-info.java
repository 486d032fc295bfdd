/** Measures how the cost of a pipeline grows with the number of its steps. */
@NullMarked
package dev.penstock.benchmarks;

import org.jspecify.annotations.NullMarked;

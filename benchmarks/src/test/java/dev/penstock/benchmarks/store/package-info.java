@NullMarked
package dev.penstock.benchmarks.store;

import org.jspecify.annotations.NullMarked;

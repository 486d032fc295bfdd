@NullMarked
package dev.penstock.benchmarks.engine;

import org.jspecify.annotations.NullMarked;

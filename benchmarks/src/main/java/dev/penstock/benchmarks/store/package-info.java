/** How the store and the cache behave when processes race and are killed, and how fast they copy. */
@NullMarked
package dev.penstock.benchmarks.store;

import org.jspecify.annotations.NullMarked;

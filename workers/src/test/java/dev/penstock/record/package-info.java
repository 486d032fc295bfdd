/** Runs on disk. */
@NullMarked
package dev.penstock.record;

import org.jspecify.annotations.NullMarked;

/** Finds the artifacts of runs, and whatever refers to contents of the store. */
@NullMarked
package dev.penstock.cli.artifact;

import org.jspecify.annotations.NullMarked;

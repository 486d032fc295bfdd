/** Compares two specs and says in words what changed. */
@NullMarked
package dev.penstock.diff;

import org.jspecify.annotations.NullMarked;

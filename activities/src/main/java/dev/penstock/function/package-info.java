/** Calls the methods behind functions and services, found by their names in the spec. */
@NullMarked
package dev.penstock.function;

import org.jspecify.annotations.NullMarked;

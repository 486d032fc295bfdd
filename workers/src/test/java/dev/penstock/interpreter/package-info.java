/** Runs specs on an in-memory server. */
@NullMarked
package dev.penstock.interpreter;

import org.jspecify.annotations.NullMarked;

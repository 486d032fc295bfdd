/** Writes code by which steps in other languages read and write what their records in Java say. */
@NullMarked
package dev.penstock.cli.stubs;

import org.jspecify.annotations.NullMarked;

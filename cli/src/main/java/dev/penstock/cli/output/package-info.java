/** Writes results and problems for people and for scripts. */
@NullMarked
package dev.penstock.cli.output;

import org.jspecify.annotations.NullMarked;

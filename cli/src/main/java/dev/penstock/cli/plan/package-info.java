/** Says what a run would do: its input, its steps in order and what each asks for, in words. */
@NullMarked
package dev.penstock.cli.plan;

import org.jspecify.annotations.NullMarked;

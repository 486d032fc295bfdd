/** Starts runs, follows them, answers and ends them: what a client does, on any engine. */
@NullMarked
package dev.penstock.runs;

import org.jspecify.annotations.NullMarked;

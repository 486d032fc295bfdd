/** The decisions of a run as pure functions and small machines, without Temporal: what is ready, what to try again. */
@NullMarked
package dev.penstock.engine;

import org.jspecify.annotations.NullMarked;

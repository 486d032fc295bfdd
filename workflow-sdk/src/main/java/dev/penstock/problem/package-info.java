/** One value for everything that can be wrong with what a user gave us. */
@NullMarked
package dev.penstock.problem;

import org.jspecify.annotations.NullMarked;

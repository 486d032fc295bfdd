/** Decides which results of an earlier run another run can keep, and says why not of the others. */
@NullMarked
package dev.penstock.rerun;

import org.jspecify.annotations.NullMarked;

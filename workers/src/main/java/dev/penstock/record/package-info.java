/** Runs on disk: what a run was, did and came to, for engines that forget it with their process. */
@NullMarked
package dev.penstock.record;

import org.jspecify.annotations.NullMarked;

/** Checks a whole spec before it runs: everything that javac cannot see. */
@NullMarked
package dev.penstock.check;

import org.jspecify.annotations.NullMarked;

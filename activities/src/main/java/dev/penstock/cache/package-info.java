/** Results of steps under a key of all that decides them, so that nothing is computed twice. */
@NullMarked
package dev.penstock.cache;

import org.jspecify.annotations.NullMarked;

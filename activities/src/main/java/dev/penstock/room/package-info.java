/** How many containers run on one machine at once. */
@NullMarked
package dev.penstock.room;

import org.jspecify.annotations.NullMarked;

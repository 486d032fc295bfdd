@NullMarked
package dev.penstock.room;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.penstock.track;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.penstock.value;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.penstock.store;

import org.jspecify.annotations.NullMarked;

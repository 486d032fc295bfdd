@NullMarked
package dev.penstock.host;

import org.jspecify.annotations.NullMarked;

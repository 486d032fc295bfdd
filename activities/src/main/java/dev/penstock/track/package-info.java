/** What runs and their steps tell to a system that compares experiments. */
@NullMarked
package dev.penstock.track;

import org.jspecify.annotations.NullMarked;

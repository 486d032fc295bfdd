/** What a container step and the platform agree on, whatever runs the step. */
@NullMarked
package dev.penstock.contract;

import org.jspecify.annotations.NullMarked;

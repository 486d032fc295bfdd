/** What a step and the platform say to each other by files, variables and exit codes, the same for every runner. */
@NullMarked
package dev.penstock.contract;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.penstock.cli.plan;

import org.jspecify.annotations.NullMarked;

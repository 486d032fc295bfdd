@NullMarked
package dev.penstock.cli.profile;

import org.jspecify.annotations.NullMarked;

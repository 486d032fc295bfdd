@NullMarked
package dev.penstock.pipelines.quality;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.bascule.operation.ui;

import org.jspecify.annotations.NullMarked;

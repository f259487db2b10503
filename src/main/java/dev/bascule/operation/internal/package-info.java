/** How operations are kept, sent, observed and taken up again after a crash. */
@NullMarked
package dev.bascule.operation.internal;

import org.jspecify.annotations.NullMarked;

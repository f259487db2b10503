/** Tests of the journal. */
@NullMarked
package dev.bascule.topology.internal;

import org.jspecify.annotations.NullMarked;

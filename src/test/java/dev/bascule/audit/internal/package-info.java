/** Tests of what is kept and how. */
@NullMarked
package dev.bascule.audit.internal;

import org.jspecify.annotations.NullMarked;

/** Tests of what is kept and how. */
@NullMarked
package dev.bascule.secrets.internal;

import org.jspecify.annotations.NullMarked;

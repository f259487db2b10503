/** The encryption itself and the key's file. */
@NullMarked
package dev.bascule.secrets.internal;

import org.jspecify.annotations.NullMarked;

/** How people, tokens and sign-in are kept and checked. */
@NullMarked
package dev.bascule.access.internal;

import org.jspecify.annotations.NullMarked;

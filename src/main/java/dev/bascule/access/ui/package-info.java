/** The pages of sign-in, the first start, people and tokens. */
@NullMarked
package dev.bascule.access.ui;

import org.jspecify.annotations.NullMarked;

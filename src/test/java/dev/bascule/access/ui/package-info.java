/** Tests of the pages of people, tokens and one's own account. */
@NullMarked
package dev.bascule.access.ui;

import org.jspecify.annotations.NullMarked;

/** How proposals, votes and policies are kept. */
@NullMarked
package dev.bascule.approval.internal;

import org.jspecify.annotations.NullMarked;

/** What tests of all rooms share: databases as the console has them. */
@NullMarked
package dev.bascule.support;

import org.jspecify.annotations.NullMarked;

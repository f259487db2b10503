/** pglift, patronictl and psql as typed commands and parsed answers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ssh"})
package dev.bascule.pglift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * One connection a host, host keys verified, argv, jobs on the host that outlive it; the only
 * importer of sshj.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bascule.ssh;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

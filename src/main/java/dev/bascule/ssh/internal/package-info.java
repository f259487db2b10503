/** SSH through sshj: connections, commands, and jobs on the host. */
@NullMarked
package dev.bascule.ssh.internal;

import org.jspecify.annotations.NullMarked;

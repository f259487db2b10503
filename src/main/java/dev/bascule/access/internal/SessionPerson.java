package dev.bascule.access.internal;

import dev.bascule.access.PersonId;
import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who a web session belongs to. What they may do is not in it: that is read anew.
 *
 * @param id the person's id
 * @param name their sign-in name
 * @param credentials the number of their password when they signed in
 */
record SessionPerson(UUID id, String name, long credentials)
    implements AuthenticatedPrincipal, Serializable {
  @Override
  public String getName() {
    return name;
  }

  PersonId personId() {
    return new PersonId(id);
  }
}

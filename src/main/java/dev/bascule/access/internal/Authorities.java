package dev.bascule.access.internal;

import dev.bascule.access.Right;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Rights as Spring Security knows them: {@code @RolesAllowed("REQUEST")} on a view asks for one.
 */
final class Authorities {
  private Authorities() {}

  static List<GrantedAuthority> of(Collection<Right> rights) {
    return rights.stream()
        .<GrantedAuthority>map(right -> new SimpleGrantedAuthority("ROLE_" + right.name()))
        .toList();
  }
}

package dev.bascule.access.ui;

import com.vaadin.flow.component.Component;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Roles and scopes in words. */
final class Shown {
  private Shown() {}

  static String roles(Component page, Collection<Role> roles) {
    return roles.stream()
        .sorted()
        .map(role -> page.getTranslation("access.role." + role.name()))
        .collect(Collectors.joining(", "));
  }

  static String scope(Component page, Scope scope) {
    if (scope.everywhere()) {
      return String.valueOf(page.getTranslation("access.scope.all"));
    }
    return scope.environments().isEmpty()
        ? String.valueOf(page.getTranslation("access.scope.nowhere"))
        : String.join(", ", new TreeSet<>(scope.environments()));
  }
}

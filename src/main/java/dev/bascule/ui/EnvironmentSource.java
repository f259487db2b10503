package dev.bascule.ui;

import java.util.List;

/** A bean that knows the environments the person signed in may see; one is enough. */
public interface EnvironmentSource extends Watched {
  /** In the order to be shown. */
  List<Choice> environments();

  /**
   * One environment of the filter.
   *
   * @param colour a CSS colour, {@code #rrggbb}
   * @param clusters how many clusters it has
   * @param problems how many of them have a problem
   */
  record Choice(String name, String colour, boolean production, int clusters, int problems) {}
}

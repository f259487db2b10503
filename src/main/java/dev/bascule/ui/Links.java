package dev.bascule.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses inside the console. */
public final class Links {
  private Links() {}

  /** A name as one segment of a path. */
  public static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A value in a query string. */
  public static String query(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Goes to a path with its query, without leading slash. */
  public static void go(UI ui, String link) {
    Location location = new Location(link);
    ui.navigate(location.getPath(), location.getQueryParameters());
  }
}

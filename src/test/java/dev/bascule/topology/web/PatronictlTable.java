package dev.bascule.topology.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table as {@code patronictl list} draws it.
 *
 * @param title the cluster and its system identifier
 * @param rows cells of a member, those of several lines joined by line ends
 * @param footer the lines below, without their indentation
 */
record PatronictlTable(
    String title, List<String> columns, List<List<String>> rows, List<String> footer) {
  private static final Pattern TITLE = Pattern.compile("\\+ (Cluster: .+?\\)) [-+]*\\+");

  /** Reads one that was printed. */
  static PatronictlTable read(String text) {
    var title = "";
    var columns = List.<String>of();
    var rows = new ArrayList<List<String>>();
    var footer = new ArrayList<String>();
    for (var line : text.lines().toList()) {
      var match = TITLE.matcher(line);
      if (match.matches()) {
        title = match.group(1);
      } else if (line.startsWith("| Member")) {
        columns = cells(line);
      } else if (line.startsWith("|")) {
        addTo(rows, cells(line));
      } else if (line.startsWith(" ")) {
        footer.add(line.strip());
      }
    }
    return new PatronictlTable(title, columns, rows, footer);
  }

  private static void addTo(List<List<String>> rows, List<String> cells) {
    if (!cells.getFirst().isEmpty()) {
      rows.add(cells);
      return;
    }
    var last = rows.removeLast();
    var joined = new ArrayList<String>();
    for (var i = 0; i < last.size(); i++) {
      joined.add(cells.get(i).isEmpty() ? last.get(i) : last.get(i) + "\n" + cells.get(i));
    }
    rows.add(joined);
  }

  private static List<String> cells(String line) {
    return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
        .map(String::strip)
        .toList();
  }
}

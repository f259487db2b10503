package dev.bascule.ui;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Two texts line by line: what goes is marked −, what comes +; everything is plain text. */
public final class DiffPanel extends Div {
  private static final long serialVersionUID = 1L;
  private static final int MOST_LINES = 2_000;
  private static final int LONGEST_LINE = 2_000;

  /** Compares; beyond 2,000 lines or characters a line it says that it was cut. */
  public DiffPanel(String before, String after) {
    addClassNames("diff", "mono");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("aria-label", getTranslation("ui.diff"));
    List<String> old = lines(before);
    List<String> now = lines(after);
    boolean cut = before.lines().count() > MOST_LINES || after.lines().count() > MOST_LINES;
    boolean same = true;
    for (DiffRow row : DiffRowGenerator.create().build().generateDiffRows(old, now)) {
      switch (row.getTag()) {
        case EQUAL -> line("same", " ", row.getOldLine());
        case DELETE -> line("gone", "−", row.getOldLine());
        case INSERT -> line("new", "+", row.getNewLine());
        case CHANGE -> {
          line("gone", "−", row.getOldLine());
          line("new", "+", row.getNewLine());
        }
      }
      same &= row.getTag() == DiffRow.Tag.EQUAL;
    }
    if (same && !cut) {
      removeAll();
      add(new Paragraph(getTranslation("ui.diff.same")));
    }
    if (cut) {
      add(new Paragraph(getTranslation("ui.diff.cut", MOST_LINES)));
    }
  }

  private static List<String> lines(String text) {
    return text.lines()
        .limit(MOST_LINES)
        .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
        .toList();
  }

  private void line(String kind, String mark, String text) {
    Span sign = new Span(mark);
    sign.addClassName("mark");
    Div line = new Div(sign, new Span(text));
    line.addClassNames("line", kind);
    add(line);
  }
}

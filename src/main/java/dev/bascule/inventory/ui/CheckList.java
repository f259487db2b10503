package dev.bascule.inventory.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Tone;

/** What a test found, one line a check; read out when it changes. */
final class CheckList extends Div {
  private static final long serialVersionUID = 1L;

  CheckList() {
    addClassName("check-list");
    getElement().setAttribute("aria-live", "polite");
    setVisible(false);
  }

  /** Something is under way. */
  void busy(String words) {
    removeAll();
    setVisible(true);
    var bar = new ProgressBar();
    bar.setIndeterminate(true);
    add(new Span(words), bar);
  }

  /** Begins anew, with one sentence above the lines. */
  void begin(Tone tone, String sentence) {
    removeAll();
    setVisible(true);
    var verdict =
        tone == Tone.QUIET
            ? Badges.state(tone, Glyph.CHECK, sentence)
            : Badges.state(tone, sentence);
    verdict.addClassName("verdict");
    add(verdict);
  }

  void clear() {
    removeAll();
    setVisible(false);
  }

  /** A check in order. */
  void good(String what, String found) {
    line(Tone.QUIET, Glyph.CHECK, what, found, "", "");
  }

  /** A check that is not: what is wrong, what to do next, and the library's words. */
  void bad(String what, String trouble, String next, String detail) {
    line(Tone.CRITICAL, Tone.CRITICAL.glyph(), what, trouble, next, detail);
  }

  private void line(Tone tone, Glyph glyph, String what, String found, String next, String detail) {
    var words = new Div(new Span(found));
    words.getElement().getChild(0).setAttribute("class", tone == Tone.QUIET ? "mono" : "found");
    if (!next.isBlank()) {
      var advice = new Div(new Span(next));
      advice.addClassName("secondary");
      words.add(advice);
    }
    if (!detail.isBlank()) {
      var small = Badges.mono(detail);
      small.addClassNames("secondary", "detail");
      words.add(small);
    }
    var row = new Div(Badges.state(tone, glyph, what), words);
    row.addClassName("check");
    add(row);
  }
}

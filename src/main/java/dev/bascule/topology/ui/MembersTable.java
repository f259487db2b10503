package dev.bascule.topology.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Presence;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The members as {@code patronictl list} shows them, same columns and values, and whether each
 * could take over, where the figures come from and how old they are.
 */
final class MembersTable extends Div {
  private static final long serialVersionUID = 1L;

  private final Table table = new Table();
  private final transient BiFunction<ClusterId, MemberName, Optional<String>> hostLink;
  private transient List<PatronictlRow> shown = List.of();
  private transient List<String> drawn = List.of();
  private final transient SequencedMap<MemberName, Element> lines = new LinkedHashMap<>();

  @Tag("table")
  private static final class Table extends Component {
    private static final long serialVersionUID = 1L;
  }

  MembersTable(BiFunction<ClusterId, MemberName, Optional<String>> hostLink) {
    this.hostLink = hostLink;
    addClassName("table-scroll");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", getTranslation("topology.members"));
    table.getElement().getClassList().add("data-table");
    add(table);
  }

  void show(ClusterState state, Words words) {
    List<PatronictlRow> rows = PatronictlRow.of(state, words);
    if (rows.equals(shown)) {
      return;
    }
    shown = rows;
    boolean pending = rows.stream().anyMatch(row -> !row.pendingRestart().isEmpty());
    boolean scheduled = rows.stream().anyMatch(row -> !row.scheduledRestart().isEmpty());
    boolean tags = rows.stream().anyMatch(row -> !row.tags().isEmpty());
    List<String> columns = new ArrayList<>(List.of("member", "host", "role", "state", "tl"));
    columns.addAll(List.of("receive", "receivelag", "replay", "replaylag"));
    if (pending) {
      columns.addAll(List.of("pending", "reason"));
    }
    if (scheduled) {
      columns.add("scheduled");
    }
    if (tags) {
      columns.add("tags");
    }
    columns.addAll(List.of("takeover", "source", "published"));
    List<MemberName> names = rows.stream().map(PatronictlRow::name).toList();
    if (columns.equals(drawn) && names.equals(lines.sequencedKeySet().stream().toList())) {
      rows.forEach(row -> renew(lines.get(row.name()), row, state));
    } else {
      draw(columns, rows, state);
    }
  }

  private void draw(List<String> columns, List<PatronictlRow> rows, ClusterState state) {
    drawn = List.copyOf(columns);
    lines.clear();
    Element root = table.getElement();
    root.removeAllChildren();
    root.appendChild(head(columns));
    Element body = new Element("tbody");
    for (PatronictlRow row : rows) {
      Element line = new Element("tr");
      line.setAttribute("id", rowId(row.name()));
      line.setAttribute("tabindex", "-1");
      columns.forEach(column -> line.appendChild(cell(column, row, state)));
      body.appendChild(line);
      lines.put(row.name(), line);
    }
    root.appendChild(body);
  }

  /** Only cells that say something else are replaced: what is focused or marked stays so. */
  private void renew(@Nullable Element line, PatronictlRow row, ClusterState state) {
    for (int i = 0; line != null && i < drawn.size(); i++) {
      Element cell = cell(drawn.get(i), row, state);
      if (!cell.getOuterHTML().equals(line.getChild(i).getOuterHTML())) {
        line.setChild(i, cell);
      }
    }
  }

  /** Brings a member's row into view and marks it. */
  void reveal(MemberName member) {
    getElement()
        .executeJs(
            "const row = [...this.querySelectorAll('tbody tr')].find(r => r.id === $0);"
                + "row?.scrollIntoView({block: 'nearest'}); row?.focus();",
            rowId(member));
  }

  private static String rowId(MemberName member) {
    return "member-" + member.value();
  }

  private Element head(List<String> columns) {
    Element line = new Element("tr");
    for (String column : columns) {
      Element cell = new Element("th");
      cell.setAttribute("scope", "col");
      cell.setText(getTranslation("topology.column." + column));
      if (numeric(column)) {
        cell.getClassList().add("number");
      }
      line.appendChild(cell);
    }
    Element head = new Element("thead");
    head.appendChild(line);
    return head;
  }

  private static boolean numeric(String column) {
    return switch (column) {
      case "tl", "receive", "receivelag", "replay", "replaylag", "published" -> true;
      default -> false;
    };
  }

  private Element cell(String column, PatronictlRow row, ClusterState state) {
    Element cell = new Element(column.equals("member") ? "th" : "td");
    if (column.equals("member")) {
      cell.setAttribute("scope", "row");
    }
    if (numeric(column)) {
      cell.getClassList().add("number");
    }
    switch (column) {
      case "member" -> cell.appendChild(name(row, state).getElement());
      case "host" -> mono(cell, row.host());
      case "role" -> cell.setText(row.role());
      case "state" -> cell.appendChild(state(row).getElement());
      case "tl" -> cell.setText(row.timeline());
      case "receive" -> mono(cell, row.receiveLsn());
      case "replay" -> mono(cell, row.replayLsn());
      case "receivelag" -> lag(cell, row.receiveLag(), row.exactReceiveLag());
      case "replaylag" -> lag(cell, row.replayLag(), row.exactReplayLag());
      case "pending" -> cell.setText(row.pendingRestart());
      case "reason" -> mono(cell, row.reason());
      case "scheduled" -> cell.setText(row.scheduledRestart());
      case "tags" -> mono(cell, row.tags());
      case "takeover" -> takeOver(cell, row);
      case "source" -> {
        cell.setText(row.absent() ? "–" : row.asked() ? "REST" : "DCS");
        cell.setAttribute(
            "title",
            row.asked()
                ? getTranslation("topology.source.rest")
                : getTranslation("topology.source.dcs", row.modRevision()));
      }
      case "published" -> {
        Instant at = row.publishedAt();
        if (at != null && !row.absent()) {
          cell.appendChild(new AgeText(at).getElement());
        }
      }
      default -> throw new IllegalArgumentException(column);
    }
    return cell;
  }

  private Component name(PatronictlRow row, ClusterState state) {
    String text = row.name().value();
    return hostLink
        .apply(state.id(), row.name())
        .<Component>map(
            link -> {
              Anchor anchor = new Anchor(link, text);
              anchor.addClassName("mono");
              return anchor;
            })
        .orElseGet(() -> Badges.mono(text));
  }

  private Component state(PatronictlRow row) {
    return switch (row.presence()) {
      case Presence.Seen() ->
          row.tone() == Tone.QUIET ? new Span(row.state()) : Badges.state(row.tone(), row.state());
      case Presence.Absent(Instant _, var _, var writability) ->
          writability == Presence.Writability.STILL_WRITABLE
              ? Badges.state(Tone.CRITICAL, row.state())
              : Badges.state(Tone.WARNING, row.state());
    };
  }

  private static void mono(Element cell, String text) {
    if (!text.isEmpty()) {
      cell.appendChild(Badges.mono(text).getElement());
    }
  }

  private static void lag(Element cell, String shown, String exact) {
    cell.setText(shown);
    if (!exact.isEmpty()) {
      cell.setAttribute("title", exact);
    }
  }

  private void takeOver(Element cell, PatronictlRow row) {
    if (row.leads()) {
      cell.setText("–");
    } else if (row.reasons().isEmpty()) {
      cell.setText(getTranslation("topology.takeover.can"));
    } else {
      cell.setText(String.join(", ", row.reasons()));
      cell.getClassList().add("secondary");
    }
  }
}

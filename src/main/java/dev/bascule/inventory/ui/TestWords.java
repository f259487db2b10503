package dev.bascule.inventory.ui;

import com.vaadin.flow.component.Component;
import dev.bascule.dcs.DcsTest;
import dev.bascule.dcs.DcsTrouble;
import dev.bascule.inventory.DcsDraft;
import dev.bascule.inventory.RestCheck;
import dev.bascule.ui.Tone;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What connection tests found, in words: what, where, why, and what to do next. */
final class TestWords {
  private static final int SHOWN_CLUSTERS = 12;

  private TestWords() {}

  static void show(Component page, CheckList list, DcsDraft draft, DcsTest result) {
    list.begin(
        result.works() ? Tone.QUIET : Tone.CRITICAL,
        page.getTranslation(result.works() ? "inventory.dcs.test.good" : "inventory.dcs.test.bad"));
    for (var endpoint : result.endpoints()) {
      var trouble = endpoint.trouble();
      if (trouble == null) {
        list.good(endpoint.endpoint(), page.getTranslation("inventory.dcs.test.endpoint"));
      } else {
        bad(page, list, endpoint.endpoint(), trouble, endpoint.detail());
      }
    }
    var reading = page.getTranslation("inventory.dcs.test.reading", draft.prefix());
    var trouble = result.trouble();
    if (trouble != null) {
      bad(page, list, reading, trouble, null);
    } else {
      var names =
          result.clusters().stream().limit(SHOWN_CLUSTERS).collect(Collectors.joining(", "));
      list.good(
          reading,
          page.getTranslation("inventory.dcs.test.clusters", result.clusters().size(), names));
    }
  }

  private static void bad(
      Component page, CheckList list, String what, DcsTrouble trouble, @Nullable String detail) {
    var code = Wording.code(trouble);
    list.bad(
        what,
        page.getTranslation("inventory.etcd." + code),
        page.getTranslation("inventory.etcd.next." + code),
        detail == null ? "" : detail);
  }

  static void show(Component page, CheckList list, RestCheck result) {
    if (result.members().isEmpty()) {
      list.begin(Tone.UNKNOWN, page.getTranslation("inventory.rest.nobody"));
      return;
    }
    boolean all = result.members().stream().allMatch(RestCheck.Member::works);
    list.begin(
        all ? Tone.QUIET : Tone.CRITICAL,
        page.getTranslation(all ? "inventory.rest.good" : "inventory.rest.bad"));
    for (var member : result.members()) {
      var what = member.member().value() + " (" + member.cluster().cluster() + ")";
      var refused = member.refused();
      var trouble = member.trouble();
      var detail = member.detail();
      if (refused != null) {
        var code = Wording.code(refused);
        list.bad(
            what,
            page.getTranslation("inventory.rest.refused." + code),
            page.getTranslation("inventory.rest.refused.next." + code),
            member.apiUrl());
      } else if (trouble != null) {
        var code = Wording.code(trouble);
        list.bad(
            what,
            page.getTranslation("inventory.rest." + code),
            page.getTranslation("inventory.rest.next." + code),
            detail == null ? member.apiUrl() : detail);
      } else {
        list.good(what, member.apiUrl());
      }
    }
  }
}

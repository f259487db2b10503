package dev.bascule.lab;

import java.util.List;
import java.util.stream.Stream;

/** A DBA and an approver at work with a console that may die meanwhile. */
final class Crew {
  static final String REASON = "To see what a crash does";
  private final Browser browser;
  private final Mortal mortal;
  private final MainCluster cluster;

  Crew(Browser browser, Mortal mortal, MainCluster cluster) {
    this.browser = browser;
    this.mortal = mortal;
    this.cluster = cluster;
  }

  /** One of them signs in. */
  ChangePages member(String person) {
    return ChangePages.of(browser, mortal.console(), person);
  }

  /** Goes to the form for a switchover once nothing stands against it. */
  void openForm(ChangePages dba) {
    var candidate = cluster.others(cluster.leader()).getFirst();
    dba.open("switchover/lab/maincluster?candidate=" + candidate);
  }

  /** That form before a DBA; one command only. */
  ChangePages form() {
    var dba = member("dba");
    openForm(dba);
    dba.withoutCheckpoint();
    return dba;
  }

  /** So many equal changes that the DBA asked for and the approver agreed to. */
  List<String> agreed(int times) {
    var dba = form();
    var asked = Stream.<String>builder();
    asked.add(dba.askHere(REASON));
    for (int more = 1; more < times; more++) {
      openForm(dba);
      dba.withoutCheckpoint();
      asked.add(dba.askHere(REASON));
    }
    dba.leave();
    var approver = member("approver");
    var all = asked.build().toList();
    all.forEach(approver::approve);
    approver.leave();
    return all;
  }

  /** The DBA sees that it is possible now and starts it, and the console dies over that. */
  void startAndSeeItDie(String change) {
    var dba = member("dba");
    openForm(dba);
    dba.look(change);
    mortal.diesOf(() -> dba.tryTo("Start"));
    dba.leave();
  }

  /** The DBA starts it, and sees what the program writes while it runs. */
  void startAndWatch(String change) {
    var dba = member("dba");
    dba.look(change);
    dba.start();
    dba.page().getByText("counted, 3 of 12").first().waitFor();
    dba.leave();
  }
}

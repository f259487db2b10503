package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsTest;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.Environments;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.Hosts;
import dev.bascule.ssh.HostKey;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.support.Database;
import java.util.List;
import java.util.Optional;

/**
 * The inventory as the pages see it, on a database of its own: the environments production and
 * development, the DCS lab; hosts and DCS are played.
 */
public final class FurnishedInventory {
  /** What a host shows unless told otherwise. */
  public static final HostKey KEY = PlayedHosts.KEY;

  /** Another host key. */
  public static final HostKey OTHER = PlayedHosts.OTHER;

  /** Somebody who may change all of it. */
  public static final Actor ADMIN = Rooms.ADMIN;

  private final Rooms rooms = Rooms.furnished(Database.H2.fresh());

  /** The real ones, on a real database. */
  public Hosts hosts() {
    return rooms.hosts;
  }

  /** Likewise. */
  public Environments environments() {
    return rooms.environments;
  }

  /** Likewise. */
  public Clusters clusters() {
    return rooms.clusters;
  }

  /** Likewise. */
  public ExpectedMembers members() {
    return rooms.members;
  }

  /** Likewise. */
  public DcsEndpoints dcs() {
    return rooms.dcs;
  }

  /** The actions in the audit log, in order. */
  public List<String> audited() {
    return rooms.audit.actions();
  }

  /** Every host shows this key from now on. */
  public void hostsShow(HostKey key) {
    rooms.played.key = key;
  }

  /** Nobody can log in any more. */
  public void loginFails(SshTrouble trouble) {
    rooms.played.loginTrouble = trouble;
  }

  /** What every host tells of an instance. */
  public void hostsRun(String instance, String scope, String member) {
    rooms.played.runs(instance, scope, member);
  }

  /** How every connection test of a DCS comes out. */
  public void dcsAnswers(DcsTest answer) {
    rooms.dcsPlayed.answer = answer;
  }

  /** The connection that was last tried. */
  public Optional<DcsConnection> dcsTried() {
    return Optional.ofNullable(rooms.dcsPlayed.tested);
  }
}

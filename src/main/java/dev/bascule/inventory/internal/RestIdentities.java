package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.inventory.ClusterDescribed;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.DcsDraft;
import dev.bascule.inventory.Identity;
import dev.bascule.inventory.IdentityDraft;
import dev.bascule.inventory.RestCheck;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.patroni.rest.RestIdentity;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who the console is towards Patroni's REST: of a whole DCS, or of one cluster. */
@Component
final class RestIdentities {
  private final DcsTable table;
  private final StoredMembers members;
  private final Memory memory;
  private final Keeper keeper;
  private final Credentials credentials;
  private final RestDoors doors;
  private final RestTest restTest;
  private final Clock clock;

  RestIdentities(
      DcsTable table,
      StoredMembers members,
      Memory memory,
      Keeper keeper,
      Credentials credentials,
      RestDoors doors,
      RestTest restTest,
      Clock clock) {
    this.table = table;
    this.members = members;
    this.memory = memory;
    this.keeper = keeper;
    this.credentials = credentials;
    this.doors = doors;
    this.restTest = restTest;
    this.clock = clock;
  }

  /** Asks all members of a DCS with the identity drafted. */
  RestCheck testRest(Actor actor, DcsDraft draft) {
    var known = memory.known();
    var before = known.dcs().get(draft.name());
    keeper.require(
        actor, before == null ? draft.environment() : before.environment(), "dcs.rest.tested");
    var checked = checked(draft.rest(), known.rest().get(DcsTable.Owner.all(draft.name())));
    var identity =
        checked == null
            ? doors.identity(new ClusterId(draft.name(), "-"))
            : new RestIdentity(checked.caPem(), checked.certificatePem(), checked.keyPem());
    return noted(actor, DcsNotes.subject(draft), restTest.run(members.in(draft.name()), identity));
  }

  /** Asks the members of a cluster with the identity drafted. */
  RestCheck testRest(Actor actor, ClusterId cluster, IdentityDraft draft) {
    var known = memory.known();
    var record = known.clusters().get(cluster);
    if (record == null) {
      throw new Unacceptable("cluster", "unknown", cluster.cluster());
    }
    keeper.require(actor, record.environmentName(), "dcs.rest.tested");
    var checked = checked(draft, known.rest().get(DcsTable.Owner.of(cluster)));
    var identity =
        checked == null || (checked.caPem() == null && checked.certificatePem() == null)
            ? doors.identity(new ClusterId(cluster.dcs(), "-"))
            : new RestIdentity(checked.caPem(), checked.certificatePem(), checked.keyPem());
    return noted(
        actor,
        StoredClusters.subject(cluster, record.environmentName()),
        restTest.run(Map.of(cluster, members.of(cluster)), identity));
  }

  private RestCheck noted(Actor actor, AuditSubject subject, RestCheck found) {
    keeper.note(
        actor,
        "dcs.rest.tested",
        subject,
        found.members().stream().allMatch(RestCheck.Member::works)
            ? AuditResult.DONE
            : AuditResult.FAILED,
        Map.of(
            "asked", found.members().size(),
            "answered", found.members().stream().filter(RestCheck.Member::works).count()));
    return found;
  }

  /** Keeps the identity of one cluster; null: it uses that of its DCS again. */
  void identify(Actor actor, ClusterId cluster, @Nullable IdentityDraft draft) {
    var known = memory.known();
    var record = known.clusters().get(cluster);
    if (record == null) {
      throw new Unacceptable("cluster", "unknown", cluster.cluster());
    }
    keeper.require(actor, record.environmentName(), "cluster.identified");
    var owner = DcsTable.Owner.of(cluster);
    var before = known.rest().get(owner);
    var checked = checked(draft, before);
    keeper.keep(
        () -> {
          table.put(owner, credentials.rest(actor, "REST key of " + cluster, checked, before));
          keeper.note(
              actor,
              "cluster.identified",
              StoredClusters.subject(cluster, record.environmentName()),
              DcsNotes.shown("rest", checked));
        });
    keeper.tell(new ClusterDescribed(cluster));
  }

  /** The identity that one cluster has for itself. */
  Optional<Identity> ownIdentity(ClusterId cluster) {
    return Optional.ofNullable(memory.known().rest().get(DcsTable.Owner.of(cluster)))
        .map(rest -> identity(rest.caPem(), rest.certificatePem()));
  }

  /** The identity drafted, checked; null when none was. */
  @Nullable CheckedIdentity checked(@Nullable IdentityDraft draft, DcsRow.@Nullable Rest before) {
    return draft == null
        ? null
        : CheckedIdentity.of(
            "rest.",
            draft,
            () -> before == null ? null : credentials.text(before.key()),
            clock.instant());
  }

  /** What may be shown of an identity. */
  static Identity identity(@Nullable String ca, @Nullable String certificate) {
    return new Identity(
        ca,
        certificate,
        ca == null ? List.of() : PemCertificates.kept(ca).facts(),
        certificate == null ? null : PemCertificates.kept(certificate).facts().getFirst());
  }
}

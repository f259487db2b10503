package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.dcs.Dcs;
import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsTest;
import dev.bascule.inventory.ChangedMeanwhile;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.DcsAdded;
import dev.bascule.inventory.DcsChanged;
import dev.bascule.inventory.DcsDraft;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.DcsRecord;
import dev.bascule.inventory.DcsRemoved;
import dev.bascule.inventory.Identity;
import dev.bascule.inventory.IdentityDraft;
import dev.bascule.inventory.RestCheck;
import dev.bascule.inventory.Unacceptable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** DCS endpoints in the console's database, their secrets in the vault. */
@Component
final class StoredDcs implements DcsEndpoints {
  private final DcsTable table;
  private final StoredMembers members;
  private final Memory memory;
  private final Keeper keeper;
  private final Credentials credentials;
  private final AddressRules addresses;
  private final RestIdentities rest;
  private final Dcs dcs;
  private final Clock clock;

  StoredDcs(
      DcsTable table,
      StoredMembers members,
      Memory memory,
      Keeper keeper,
      Credentials credentials,
      AddressRules addresses,
      RestIdentities rest,
      Dcs dcs,
      Clock clock) {
    this.table = table;
    this.members = members;
    this.memory = memory;
    this.keeper = keeper;
    this.credentials = credentials;
    this.addresses = addresses;
    this.rest = rest;
    this.dcs = dcs;
    this.clock = clock;
  }

  @Override
  public List<DcsRecord> list() {
    var known = memory.known();
    return known.dcs().values().stream().map(row -> record(known, row)).toList();
  }

  @Override
  public Optional<DcsRecord> find(String name) {
    var known = memory.known();
    return Optional.ofNullable(known.dcs().get(name)).map(row -> record(known, row));
  }

  private static DcsRecord record(Known known, DcsRow row) {
    var rest = known.rest().get(DcsTable.Owner.all(row.name()));
    return new DcsRecord(
        row.name(),
        row.endpoints(),
        row.prefix(),
        row.environment(),
        RestIdentities.identity(row.caPem(), row.certificatePem()),
        row.user(),
        rest == null ? null : RestIdentities.identity(rest.caPem(), rest.certificatePem()),
        row.since(),
        row.version());
  }

  @Override
  public DcsConnection connection(String name) {
    var row = memory.known().dcs().get(name);
    if (row == null) {
      throw new Unacceptable("dcs", "unknown", name);
    }
    return new DcsConnection(
        row.name(),
        row.endpoints(),
        row.prefix(),
        row.caPem(),
        row.certificatePem(),
        credentials.text(row.key()),
        row.user(),
        credentials.text(row.password()));
  }

  @Override
  public void create(Actor actor, DcsDraft draft) {
    keeper.require(actor, draft.environment(), "dcs.created");
    known(draft.environment());
    addresses.check(draft);
    var identity = CheckedIdentity.of("", draft.identity(), () -> null, clock.instant());
    var door = rest.checked(draft.rest(), null);
    if (find(draft.name()).isPresent()) {
      throw new Unacceptable("name", "taken", draft.name());
    }
    try {
      keeper.keep(
          () -> {
            table.insert(row(actor, draft, identity, null));
            table.put(DcsTable.Owner.all(draft.name()), kept(actor, draft.name(), door, null));
            keeper.note(
                actor,
                "dcs.created",
                DcsNotes.subject(draft),
                DcsNotes.detail(draft, identity, door));
          });
    } catch (DuplicateKeyException e) {
      throw new Unacceptable("name", "taken", draft.name());
    }
    keeper.tell(new DcsAdded(draft.name()));
  }

  @Override
  public void update(Actor actor, long version, DcsDraft draft) {
    var known = memory.known();
    var before = known.dcs().get(draft.name());
    if (before == null) {
      throw new Unacceptable("name", "unknown", draft.name());
    }
    keeper.require(actor, before.environment(), "dcs.changed");
    keeper.require(actor, draft.environment(), "dcs.changed");
    known(draft.environment());
    addresses.check(draft);
    var identity =
        CheckedIdentity.of(
            "", draft.identity(), () -> credentials.text(before.key()), clock.instant());
    password(draft, before);
    var restBefore = known.rest().get(DcsTable.Owner.all(draft.name()));
    var door = rest.checked(draft.rest(), restBefore);
    keeper.keep(
        () -> {
          if (!table.update(row(actor, draft, identity, withVersion(before, version)))) {
            throw new ChangedMeanwhile(draft.name());
          }
          if (draft.rest() != null) {
            table.put(
                DcsTable.Owner.all(draft.name()), kept(actor, draft.name(), door, restBefore));
          }
          keeper.note(
              actor,
              "dcs.changed",
              DcsNotes.subject(draft),
              DcsNotes.detail(draft, identity, door));
        });
    keeper.tell(new DcsChanged(draft.name()));
  }

  private static DcsRow withVersion(DcsRow row, long version) {
    return new DcsRow(
        row.name(),
        row.endpoints(),
        row.prefix(),
        row.environment(),
        row.caPem(),
        row.certificatePem(),
        row.key(),
        row.user(),
        row.password(),
        row.since(),
        version);
  }

  @Override
  public void remove(Actor actor, String name) {
    var known = memory.known();
    var row = known.dcs().get(name);
    if (row == null) {
      throw new Unacceptable("name", "unknown", name);
    }
    keeper.require(actor, row.environment(), "dcs.removed");
    keeper.keep(
        () -> {
          table.delete(name);
          credentials.forget(actor, row.key());
          credentials.forget(actor, row.password());
          known
              .rest()
              .forEach(
                  (owner, rest) -> {
                    if (owner.dcs().equals(name)) {
                      credentials.forget(actor, rest.key());
                    }
                  });
          keeper.note(
              actor,
              "dcs.removed",
              new AuditSubject("dcs", name, name, row.environment()),
              Map.of("endpoints", row.endpoints()));
        });
    members.forget(name);
    keeper.tell(new DcsRemoved(name));
  }

  @Override
  public DcsTest test(Actor actor, DcsDraft draft) {
    var before = memory.known().dcs().get(draft.name());
    keeper.require(
        actor, before == null ? draft.environment() : before.environment(), "dcs.tested");
    addresses.check(draft);
    var identity =
        CheckedIdentity.of(
            "",
            draft.identity(),
            () -> before == null ? null : credentials.text(before.key()),
            clock.instant());
    var connection =
        new DcsConnection(
            draft.name(),
            draft.endpoints(),
            draft.prefix(),
            identity.caPem(),
            identity.certificatePem(),
            identity.keyPem(),
            draft.user(),
            password(draft, before));
    var result = dcs.test(connection);
    var trouble = result.trouble();
    keeper.note(
        actor,
        "dcs.tested",
        DcsNotes.subject(draft),
        trouble == null ? AuditResult.DONE : AuditResult.FAILED,
        trouble == null
            ? Map.of("endpoints", draft.endpoints(), "clusters", result.clusters().size())
            : Map.of("endpoints", draft.endpoints(), "trouble", trouble.name()));
    return result;
  }

  @Override
  public RestCheck testRest(Actor actor, DcsDraft draft) {
    return rest.testRest(actor, draft);
  }

  @Override
  public RestCheck testRest(Actor actor, ClusterId cluster, IdentityDraft draft) {
    return rest.testRest(actor, cluster, draft);
  }

  @Override
  public void identify(Actor actor, ClusterId cluster, @Nullable IdentityDraft draft) {
    rest.identify(actor, cluster, draft);
  }

  @Override
  public Optional<Identity> ownIdentity(ClusterId cluster) {
    return rest.ownIdentity(cluster);
  }

  /** The password given, else the one kept: that one only for the endpoints it was given for. */
  private @Nullable String password(DcsDraft draft, @Nullable DcsRow before) {
    var given = draft.password();
    if (draft.user() == null) {
      return null;
    }
    if (given != null && !given.isEmpty()) {
      return given;
    }
    if (before == null || before.password() == null) {
      throw new Unacceptable("password", "missing");
    }
    if (!Set.copyOf(before.endpoints()).containsAll(draft.endpoints())
        || !draft.user().equals(before.user())) {
      throw new Unacceptable("password", "password.again");
    }
    return credentials.text(before.password());
  }

  private Optional<DcsRow.Rest> kept(
      Actor actor, String name, @Nullable CheckedIdentity rest, DcsRow.@Nullable Rest before) {
    return credentials.rest(actor, "REST key of " + name, rest, before);
  }

  private DcsRow row(
      Actor actor, DcsDraft draft, CheckedIdentity identity, @Nullable DcsRow before) {
    UUID key =
        credentials.keep(
            actor,
            "etcd key of " + draft.name(),
            before == null ? null : before.key(),
            identity.keyPem(),
            identity.freshKey());
    var given = draft.password();
    boolean fresh = given != null && !given.isEmpty();
    UUID password =
        credentials.keep(
            actor,
            "etcd password of " + draft.name(),
            before == null ? null : before.password(),
            draft.user() == null ? null : password(draft, before),
            fresh);
    return new DcsRow(
        draft.name(),
        draft.endpoints(),
        draft.prefix(),
        draft.environment(),
        identity.caPem(),
        identity.certificatePem(),
        key,
        draft.user(),
        password,
        before == null ? clock.instant() : before.since(),
        before == null ? 0 : before.version());
  }

  private void known(String environment) {
    if (!environment.isEmpty() && !memory.known().environments().containsKey(environment)) {
      throw new Unacceptable("environment", "unknown", environment);
    }
  }
}

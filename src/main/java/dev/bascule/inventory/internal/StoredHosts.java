package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.inventory.ChangedMeanwhile;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.HostCandidate;
import dev.bascule.inventory.HostChanged;
import dev.bascule.inventory.HostCheck;
import dev.bascule.inventory.HostDraft;
import dev.bascule.inventory.HostFacts;
import dev.bascule.inventory.HostId;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.HostTrouble;
import dev.bascule.inventory.Hosts;
import dev.bascule.inventory.MemberInstance;
import dev.bascule.inventory.PinnedKey;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.patroni.MemberName;
import dev.bascule.ssh.HostKey;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import java.net.InetAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Hosts in the console's database. */
@Component
final class StoredHosts implements Hosts {
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
  private static final Pattern KEY_TYPE = Pattern.compile("[a-z0-9@.-]{3,60}");

  private final HostTable table;
  private final FactsTable facts;
  private final Memory memory;
  private final MemberHosts memberHosts;
  private final HostFactCollector collector;
  private final HostAlarms alarms;
  private final HostTest test;
  private final Keeper keeper;
  private final AddressRules addresses;
  private final Ssh ssh;
  private final Clock clock;

  StoredHosts(
      HostTable table,
      FactsTable facts,
      Memory memory,
      MemberHosts memberHosts,
      HostFactCollector collector,
      HostAlarms alarms,
      HostTest test,
      Keeper keeper,
      AddressRules addresses,
      Ssh ssh,
      Clock clock) {
    this.table = table;
    this.facts = facts;
    this.memory = memory;
    this.memberHosts = memberHosts;
    this.collector = collector;
    this.alarms = alarms;
    this.test = test;
    this.keeper = keeper;
    this.addresses = addresses;
    this.ssh = ssh;
    this.clock = clock;
  }

  @Override
  public Optional<HostRecord> find(HostId id) {
    return memory.known().host(id);
  }

  @Override
  public Optional<HostRecord> find(String name) {
    return memory.known().hostNamed(name);
  }

  @Override
  public List<HostRecord> list() {
    return List.copyOf(memory.known().hosts().values());
  }

  @Override
  public List<HostCandidate> candidates() {
    return memberHosts.candidates();
  }

  @Override
  public HostId create(Actor actor, HostDraft draft) {
    keeper.require(actor, draft.environment(), "host.created");
    environment(draft);
    var resolved = resolved(draft);
    var id = new HostId(java.util.UUID.randomUUID());
    try {
      keeper.keep(
          () -> {
            table.insert(id, draft, resolved);
            keeper.note(actor, "host.created", subject(id, draft), detail(draft));
          });
    } catch (DuplicateKeyException e) {
      throw taken(draft, id);
    }
    keeper.tell(new HostChanged(id));
    return id;
  }

  @Override
  public void update(Actor actor, HostId id, long version, HostDraft draft) {
    var before = present(id);
    keeper.require(actor, before.draft().environment(), "host.changed");
    keeper.require(actor, draft.environment(), "host.changed");
    environment(draft);
    var resolved = resolved(draft);
    boolean moved =
        !draft.address().equals(before.address()) || draft.port() != before.draft().port();
    try {
      keeper.keep(
          () -> {
            if (!table.update(id, version, draft, resolved)) {
              throw new ChangedMeanwhile(draft.name());
            }
            if (moved) {
              table.forgetKeys(id);
              facts.delete(id);
            }
            keeper.note(actor, "host.changed", subject(id, draft), detail(draft));
          });
    } catch (DuplicateKeyException e) {
      throw taken(draft, id);
    }
    ssh.forget(before.target());
    keeper.tell(new HostChanged(id));
  }

  @Override
  public void remove(Actor actor, HostId id) {
    var host = present(id);
    keeper.require(actor, host.draft().environment(), "host.removed");
    keeper.keep(
        () -> {
          table.delete(id);
          keeper.note(actor, "host.removed", subject(id, host.draft()), detail(host.draft()));
        });
    ssh.forget(host.target());
    keeper.tell(new HostChanged(id));
  }

  @Override
  public HostKey scan(Actor actor, HostId id) throws SshFailure {
    var host = present(id);
    keeper.require(actor, host.draft().environment(), "host.scanned");
    resolved(host.draft());
    var key = ssh.scan(host.address().value(), host.draft().port());
    keeper.note(actor, "host.scanned", subject(id, host.draft()), shown(key));
    return key;
  }

  @Override
  public void confirm(Actor actor, HostId id, HostKey key) {
    if (!FINGERPRINT.matcher(key.fingerprint()).matches()
        || !KEY_TYPE.matcher(key.type()).matches()) {
      throw new Unacceptable("key", "not.a.fingerprint");
    }
    var host = present(id);
    keeper.require(actor, host.draft().environment(), "host.key.confirmed");
    var resolved = resolved(host.draft());
    keeper.keep(
        () -> {
          table.pin(id, new PinnedKey(key, clock.instant(), actor.name()), resolved);
          keeper.note(actor, "host.key.confirmed", subject(id, host.draft()), shown(key));
        });
    ssh.forget(host.target());
    collector.forget(id);
    keeper.tell(new HostChanged(id));
  }

  @Override
  public HostCheck check(Actor actor, HostId id) {
    var host = present(id);
    keeper.require(actor, host.draft().environment(), "host.checked");
    resolved(host.draft());
    var check = test.run(host, failure -> failed(host.target(), failure));
    keeper.note(
        actor,
        "host.checked",
        subject(id, host.draft()),
        check.works() ? AuditResult.DONE : AuditResult.FAILED,
        Map.of("steps", check.steps().stream().map(StoredHosts::step).toList()));
    return check;
  }

  private static String step(HostCheck.Step step) {
    var trouble = step.trouble();
    return step.kind() + (step.works() ? " works" : trouble == null ? " fails" : " " + trouble);
  }

  @Override
  public HostFacts collect(HostId id) throws SshFailure {
    return collector.collect(present(id));
  }

  @Override
  public Optional<HostFacts> facts(HostId id) {
    return Optional.ofNullable(memory.known().facts().get(id));
  }

  @Override
  public Optional<HostTrouble> trouble(HostId id) {
    return collector.trouble(id);
  }

  @Override
  public Optional<HostRecord> hostOf(ClusterId cluster, MemberName member) {
    return memberHosts.hostOf(cluster, member);
  }

  @Override
  public Optional<MemberInstance> instance(ClusterId cluster, MemberName member) {
    return memberHosts.instance(cluster, member);
  }

  @Override
  public void failed(SshTarget target, SshFailure failure) {
    alarms.failed(target, failure);
  }

  private HostRecord present(HostId id) {
    return find(id).orElseThrow(() -> new Unacceptable("host", "unknown", id.toString()));
  }

  private void environment(HostDraft draft) {
    if (!memory.known().environments().containsKey(draft.environment())) {
      throw new Unacceptable("environment", "unknown", draft.environment());
    }
  }

  private List<String> resolved(HostDraft draft) {
    return addresses.resolved("address", draft.address()).stream()
        .limit(16)
        .map(InetAddress::getHostAddress)
        .map(StoredHosts::withoutZone)
        .toList();
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  /** Which of the two it was: the name, or the address with its port. */
  private Unacceptable taken(HostDraft draft, HostId id) {
    memory.renew();
    boolean name =
        memory.known().hosts().values().stream()
            .anyMatch(host -> !host.id().equals(id) && host.name().equals(draft.name()));
    return name
        ? new Unacceptable("name", "taken", draft.name())
        : new Unacceptable("address", "taken", draft.address().value());
  }

  static AuditSubject subject(HostId id, HostDraft draft) {
    return new AuditSubject("host", id.toString(), draft.name(), draft.environment());
  }

  private static Map<String, Object> detail(HostDraft draft) {
    var detail = new LinkedHashMap<String, Object>();
    detail.put("address", draft.address().value());
    detail.put("port", draft.port());
    detail.put("site", draft.site());
    return detail;
  }

  private static Map<String, Object> shown(HostKey key) {
    return Map.of("type", key.type(), "fingerprint", key.fingerprint());
  }
}

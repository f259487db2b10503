package dev.bascule.operation.joining;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.AddMember;
import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.pglift.Kinship;
import dev.bascule.pglift.Manifest;
import dev.bascule.pglift.SiteRules;
import dev.bascule.pglift.Vacancy;
import dev.bascule.topology.LeaderSeat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is looked at before a member is added. */
final class AddChecks {
  /** A copy needs the room of the data, and some for the WAL written meanwhile. */
  private static final double COMFORTABLE = 1.2;

  private final AddMember operation;
  private final Findings facts;
  private final Checks checks;

  private AddChecks(AddMember operation, Findings facts) {
    this.operation = operation;
    this.facts = facts;
    this.checks = Checks.of(operation.member(), facts);
  }

  static List<Check> of(AddMember operation, Findings facts) {
    var looked = new AddChecks(operation, facts);
    looked.cluster();
    HostAnswer host = facts.hosts().get(operation.member());
    HostAnswer.Place place = host == null ? null : host.place();
    looked.host("joining-host", place != null, Checks.yesNo(place != null), host);
    HostAnswer model = facts.hosts().get(operation.model());
    Kinship kinship = model == null ? null : model.kinship();
    looked.kinship(kinship, model);
    if (host != null && place != null) {
      looked.vacancy(place.vacancy(), host);
      looked.rules(place.vacancy().rules(), kinship == null ? null : kinship.rules(), host);
      looked.room(place.vacancy().free(), host);
    }
    return looked.checks.toList();
  }

  private void cluster() {
    boolean there =
        facts.state().member(operation.member()).filter(view -> view.seen()).isPresent();
    boolean expected = !there && facts.state().member(operation.member()).isPresent();
    checks.dcs(
        "joining-name",
        there ? Level.RED : unless(!expected, Level.AMBER),
        there
            ? Checks.YES
            : expected ? Fact.words("operation.value.absent") : Fact.words("operation.value.none"));
    LeaderSeat seat = facts.state().leader();
    checks.dcs(
        "joining-leader",
        unless(seat != null, Level.RED),
        seat == null ? Fact.words("operation.value.nobody") : Fact.text(seat.name().value()));
    boolean paused = facts.state().paused();
    checks.dcs("joining-paused", unless(!paused, Level.RED), yesNo(paused));
    boolean taken =
        facts.runners().stream()
            .anyMatch(
                runner ->
                    runner.host().equals(operation.host())
                        && !runner.member().equals(operation.member()));
    checks.add(
        "joining-second",
        unless(!taken, Level.AMBER),
        yesNo(taken),
        null,
        Source.BASCULE,
        facts.now());
  }

  /** Without the passwords of those that are there it could not follow them. */
  private void kinship(@Nullable Kinship kinship, @Nullable HostAnswer model) {
    boolean lent =
        kinship != null
            && kinship.secrets().containsKey(Manifest.SUPERUSER)
            && kinship.secrets().containsKey(Manifest.REPLICATION);
    host("joining-model", lent, Fact.text(operation.model().value()), model);
  }

  private void vacancy(Vacancy vacancy, HostAnswer host) {
    host(
        "joining-pglift",
        !vacancy.pgliftVersion().isEmpty() && vacancy.rules() != null,
        Fact.text("pglift " + vacancy.pgliftVersion()),
        host);
    host(
        "joining-postgresql",
        vacancy.postgresql(),
        Fact.text("PostgreSQL " + operation.instance().version()),
        host);
    host(
        "joining-instance",
        host.instance(operation.instance()).isEmpty(),
        Fact.text(operation.instance().toString()),
        host);
    boolean inList = vacancy.instances().stream().anyMatch(one -> one.port() == operation.port());
    host(
        "joining-port",
        !inList && !vacancy.taken().contains(operation.port()),
        Fact.count(operation.port()),
        host);
    host(
        "joining-api-port",
        !vacancy.taken().contains(operation.apiPort()),
        Fact.count(operation.apiPort()),
        host);
    SiteRules rules = vacancy.rules();
    int all = rules == null ? 0 : rules.etcd().size();
    int reached = vacancy.etcdReached();
    checks.add(
        "joining-etcd",
        reached == 0 ? Level.RED : unless(reached == all, Level.AMBER),
        Fact.count(reached),
        Fact.count(all),
        Source.HOST,
        host.at());
  }

  private void rules(@Nullable SiteRules here, @Nullable SiteRules there, HostAnswer host) {
    if (here == null || there == null) {
      return;
    }
    checks.add(
        "joining-mode",
        unless(here.configurationMode().equals(there.configurationMode()), Level.RED),
        Fact.text(here.configurationMode()),
        Fact.text(there.configurationMode()),
        Source.HOST,
        host.at());
    checks.add(
        "joining-roles",
        unless(here.roles().equals(there.roles()), Level.RED),
        Fact.text(String.join(", ", here.roles())),
        Fact.text(String.join(", ", there.roles())),
        Source.HOST,
        host.at());
  }

  private void room(@Nullable Long free, HostAnswer host) {
    LeaderSeat seat = facts.state().leader();
    HostAnswer leader = seat == null ? null : facts.hosts().get(seat.name());
    HostAnswer.Disk disk = leader == null ? null : leader.disk();
    if (free == null || disk == null) {
      checks.add("joining-room", Level.AMBER, Fact.UNKNOWN, null, Source.HOST, host.at());
      return;
    }
    checks.add(
        "joining-room",
        free < disk.used() ? Level.RED : unless(free >= disk.used() * COMFORTABLE, Level.AMBER),
        Fact.bytes(free),
        Fact.bytes(disk.used()),
        Source.HOST,
        host.at());
  }

  private void host(String code, boolean good, Fact value, @Nullable HostAnswer said) {
    Instant at = said == null ? null : said.at();
    checks.add(code, unless(good, Level.RED), value, null, Source.HOST, at);
  }
}

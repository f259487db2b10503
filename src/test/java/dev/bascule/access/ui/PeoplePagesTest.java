package dev.bascule.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteNotFoundError;
import dev.bascule.access.Actor;
import dev.bascule.access.ApiTokens;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Password;
import dev.bascule.access.People;
import dev.bascule.access.Person;
import dev.bascule.access.PersonName;
import dev.bascule.access.Role;
import dev.bascule.access.internal.AccessBench;
import dev.bascule.support.Database;
import dev.bascule.support.Pages;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** People, tokens and one's own account on their pages, on the real services. */
class PeoplePagesTest extends Pages {
  private static final Pattern PASSWORD = Pattern.compile("(?:[a-z2-9]{5}-){3}[a-z2-9]{5}");
  private static final Pattern TOKEN = Pattern.compile("bsc_[A-Za-z0-9_-]{43}");

  private final AccessBench bench = new AccessBench(Database.H2);

  @Override
  protected Set<Class<? extends Component>> views() {
    return Set.of(
        PeopleView.class, NewPersonView.class, PersonView.class, TokensView.class, MeView.class);
  }

  @Override
  protected void furnish(AnnotationConfigApplicationContext beans) {
    beans.registerBean(People.class, bench::people);
    beans.registerBean(ApiTokens.class, bench::tokens);
    beans.register(Environments.class);
  }

  @BeforeEach
  void signIn() {
    signIn(AccessBench.ADA);
  }

  @Test
  void addsAPersonAndKeepsTheTemporaryPasswordNowhere() {
    go("admin/new-person");
    type("access.person.name", "Nina");
    type("access.person.display", "<img src=x onerror=alert(1)>");
    click(text("access.new.create"));
    Person made = bench.people().find(new PersonName("nina")).orElseThrow();
    assertThat(made.roles()).isEqualTo(Set.of(Role.VIEWER));
    assertThat(made.displayName()).isEqualTo("<img src=x onerror=alert(1)>");
    assertThat(sent()).doesNotContainPattern(PASSWORD);
    assertThat(getCurrentView().getElement().getOuterHTML()).doesNotContain("<img");
    assertThat(shown()).contains("<img src=x onerror=alert(1)>");
  }

  @Test
  void saysWhyAPersonWasNotAdded() {
    bench.with("dana", Role.DBA);
    go("admin/new-person");
    for (String wrong : new String[] {"", "a b", "-x", "x".repeat(65)}) {
      type("access.person.name", wrong);
      click(text("access.new.create"));
      assertThat(shown()).contains(text("access.person.name.wrong"));
    }
    type("access.person.name", "dana");
    click(text("access.new.create"));
    assertThat(shown()).contains(text("access.new.taken"));
    assertThat(bench.people().list()).hasSize(1);
  }

  @Test
  @SuppressWarnings("unchecked")
  void givesOtherRoles() {
    Person dana = bench.with("dana", Role.DBA);
    go("admin/people/dana");
    find(CheckboxGroup.class).single().setValue(Set.of(Role.VIEWER, Role.APPROVER));
    click(text("access.person.save"));
    assertThat(shown()).contains(text("access.person.saved"));
    assertThat(bench.people().find(dana.id()).orElseThrow().roles())
        .isEqualTo(Set.of(Role.VIEWER, Role.APPROVER));
  }

  @Test
  @SuppressWarnings("unchecked")
  void takesNobodyTheirLastRole() {
    Person dana = bench.with("dana", Role.DBA);
    go("admin/people/dana");
    find(CheckboxGroup.class).single().setValue(Set.of());
    click(text("access.person.save"));
    assertThat(find(CheckboxGroup.class).single().isInvalid()).isTrue();
    assertThat(bench.people().find(dana.id())).contains(dana);
  }

  @Test
  void saysThatTheLastAdministratorStays() {
    bench.with("one", Role.ADMIN);
    go("admin/people/one");
    click(text("access.person.disable"));
    assertThat(shown()).contains(text("access.trouble.last-administrator"));
  }

  @Test
  void saysThatSomebodyElseChangedThePersonMeanwhile() {
    Person dana = bench.with("dana", Role.DBA);
    go("admin/people/dana");
    bench.people().rename(AccessBench.ADA, dana.id(), 0, "Dana");
    type("access.person.display", "Danae");
    click(text("access.person.save"));
    assertThat(shown()).contains(text("access.trouble.changed"));
    assertThat(bench.people().find(dana.id()).orElseThrow().displayName()).isEqualTo("Dana");
  }

  @Test
  void disablesAndEnables() {
    Person dana = bench.with("dana", Role.DBA);
    go("admin/people/dana");
    click(text("access.person.disable"));
    assertThat(bench.people().find(dana.id()).orElseThrow().disabled()).isTrue();
    click(text("access.person.enable"));
    assertThat(bench.people().find(dana.id()).orElseThrow().disabled()).isFalse();
  }

  @Test
  void leadsWhoHasATemporaryPasswordToTheirOwnPageUntilItIsChanged() {
    Person dana = bench.with("dana", Role.ADMIN);
    bench.people().resetPassword(AccessBench.ADA, dana.id(), AccessBench.GOOD);
    Actor actor = dana.actor("10.0.0.1");
    signIn(actor);
    UI.getCurrent().addBeforeEnterListener(new OwnPasswordFirst(bench.people(), only(actor))::lead);
    go("admin/people");
    assertThat(getCurrentView()).isInstanceOf(MeView.class);
    assertThat(shown()).contains(text("access.me.temporary"));

    Password own = new Password("my own horse battery");
    assertThat(bench.people().changeOwnPassword(actor, AccessBench.GOOD, own)).isTrue();
    go("admin/people");
    assertThat(getCurrentView()).isInstanceOf(PeopleView.class);
    go("me");
    assertThat(shown()).doesNotContain(text("access.me.temporary"));
  }

  private static CurrentActor only(Actor actor) {
    return new CurrentActor() {
      @Override
      public Actor get() {
        return actor;
      }

      @Override
      public Optional<Actor> find() {
        return Optional.of(actor);
      }
    };
  }

  @Test
  void leavesOneselfToOthers() {
    signIn(bench.with("self", Role.ADMIN).actor("10.0.0.1"));
    go("admin/people/self");
    assertThat(find(Button.class).withText(text("access.person.disable")).single().isEnabled())
        .isFalse();
    assertThat(find(Button.class).withText(text("access.person.reset")).single().isEnabled())
        .isFalse();
  }

  @Test
  void makesATemporaryPasswordThatIsKeptNowhere() {
    bench.with("dana", Role.DBA);
    go("admin/people/dana");
    click(text("access.person.reset"));
    assertThat(shown()).contains(text("access.person.reset.done"));
    assertThat(sent()).doesNotContainPattern(PASSWORD);
  }

  @Test
  void saysThatRightsWereTakenMeanwhile() {
    bench.with("dana", Role.DBA);
    go("admin/people/dana");
    signIn(bench.with("vic", Role.VIEWER).actor("10.0.0.2"));
    click(text("access.person.disable"));
    assertThat(shown()).contains(text("access.trouble.not-allowed"));
  }

  @Test
  void findsNobodyUnderANameThatIsNone() {
    for (String none : new String[] {"nobody", "..%2f..", "%00", "a%20b", "x".repeat(300)}) {
      go("admin/people/" + none);
      assertThat(getCurrentView()).as(none).isInstanceOf(RouteNotFoundError.class);
    }
  }

  @Test
  @SuppressWarnings("unchecked") // a class is found by its raw type
  void makesATokenThatIsShownOnceAndKeptNowhere() {
    go("admin/tokens");
    type("access.tokens.name", "ci");
    click(text("access.tokens.issue"));
    assertThat(shown()).contains(text("access.tokens.issued", "ci"));
    assertThat(sent()).doesNotContainPattern(TOKEN);
    assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
    type("access.tokens.name", "ci");
    click(text("access.tokens.issue"));
    assertThat(shown()).contains(text("access.tokens.name.taken"));
    type("access.tokens.name", "a b");
    click(text("access.tokens.issue"));
    assertThat(bench.tokens().list()).hasSize(1);
  }

  @Test
  void changesOnesOwnPasswordOnlyWithThePresentOne() {
    signIn(bench.with("dana", Role.DBA).actor("10.0.0.7"));
    go("me");
    assertThat(shown()).contains("dana", text("access.role.DBA"));
    password(0, "wrong");
    password(1, "another horse battery");
    password(2, "another horse battery");
    click(text("access.me.change"));
    assertThat(shown()).contains(text("access.me.wrong"));
    assertThat(sent()).doesNotContain("another horse");
    password(0, AccessBench.GOOD.value());
    password(1, "another horse battery");
    password(2, "another horse");
    click(text("access.me.change"));
    assertThat(shown()).contains(text("access.password.different"));
    password(0, AccessBench.GOOD.value());
    password(1, "short");
    password(2, "short");
    click(text("access.me.change"));
    assertThat(shown()).contains(text("access.password.short", 12));
  }

  private void password(int which, String value) {
    find(PasswordField.class).all().get(which).setValue(value);
  }

  private void type(String labelKey, String value) {
    find(TextField.class).withLabel(text(labelKey)).single().setValue(value);
  }
}

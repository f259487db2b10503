package dev.bascule.operation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextArea;
import dev.bascule.access.People;
import dev.bascule.audit.PastedSecrets;
import dev.bascule.operation.Remark;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.Requests;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.internal.World;
import dev.bascule.support.Database;
import dev.bascule.support.NoPeople;
import dev.bascule.support.Pages;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemoryFleet;
import dev.bascule.topology.Sight;
import dev.bascule.ui.Formats;
import dev.bascule.ui.SecretWarning;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A request's page with what programs wrote and people pasted. */
class HostileChangeTest extends Pages {
  private static final String MARKUP = "<script>alert(1)</script> <img src=x onerror=alert(1)> ]]>";
  private static final String SECRET = "reset with PGPASSWORD=s3cret first";
  private static final String MASKED = "reset with PGPASSWORD=" + PastedSecrets.MASK + " first";

  private final World world = new World(Database.H2.fresh());
  private final MemoryFleet fleet = new MemoryFleet();

  @Override
  protected Set<Class<? extends Component>> views() {
    return Set.of(ChangeView.class);
  }

  @Override
  protected void furnish(AnnotationConfigApplicationContext beans) {
    beans.registerBean(Requests.class, world::requests);
    beans.registerBean(Fleet.class, () -> fleet);
    beans.registerBean(People.class, NoPeople::new);
  }

  @BeforeEach
  void danaLooks() {
    fleet.show(SampleCluster.healthy().state());
    fleet.see("lab", new Sight.InSight(SampleCluster.NOW, 1, Duration.ofMillis(3)));
    signIn(world.dana);
  }

  private RequestId askedBecause(String reason) {
    var operation = SampleCluster.to("srv-pg2");
    var plan = world.requests().rehearse(world.dana, operation);
    return world
        .requests()
        .request(world.dana, operation, plan.hash(), reason, plan.sheet().reservations());
  }

  private void assertOnlyText() {
    assertThat(getCurrentView().getElement().getOuterHTML())
        .contains("&lt;script&gt;", "&lt;img")
        .doesNotContain("<script", "<img");
    assertThat(shown().codePoints())
        .noneMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c));
  }

  @Test
  void whatAProgramWroteForATerminalIsTextThatDoesNothing() {
    world.switchesOver(
        "srv-pg2",
        MARKUP
            + " \u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\"
            + " \u001b]52;c;ZXZpbA==\u0007end\nFailed\rDone\n");
    var id = world.agreed(SampleCluster.to("srv-pg2"));
    world.start(id);
    go("changes/" + id.value());
    assertThat(find(Pre.class).withClassName("transcript").single().getText())
        .contains(MARKUP + " red click end\nFailed\nDone")
        .doesNotContain("evil.example", "ZXZpbA");
    assertThat(find(Anchor.class).all()).noneMatch(link -> link.getHref().contains("evil.example"));
    assertOnlyText();
  }

  @Test
  void whatPeopleWroteIsText() {
    var id = askedBecause(MARKUP + " '; drop table person; -- 🐘 ${jndi:ldap://x} {0}");
    world.requests().remark(world.amir, id, MARKUP + " שלום");
    go("changes/" + id.value());
    assertThat(shown())
        .contains(MARKUP + " '; drop table person; -- 🐘 ${jndi:ldap://x} {0}", MARKUP + " שלום");
    assertOnlyText();
  }

  @Test
  void aPastedSecretIsShownMasked() {
    var id = askedBecause(SECRET);
    go("changes/" + id.value());
    assertThat(shown()).contains(MASKED);
    assertThat(sent()).doesNotContain("s3cret");
  }

  private SecretWarning warning() {
    return find(SecretWarning.class).single();
  }

  @Test
  void aRemarkWithASecretIsSentMaskedAndOnlyOnceThePersonInsists() {
    var id = askedBecause("kernel update");
    go("changes/" + id.value());
    var say = text("operation.page.say");
    var field = find(TextArea.class).single();
    test(field).setValue(SECRET);
    assertThat(warning().getElement().getTextRecursively())
        .contains(text("ui.secret.found"), MASKED)
        .doesNotContain("s3cret");

    click(say);
    assertThat(world.requests().conversation(world.dana, id)).isEmpty();
    assertThat(field.getValue()).as("it can be mended").isEqualTo(SECRET);

    find(Checkbox.class).withCaption(text("ui.secret.anyway")).single().setValue(true);
    click(say);
    until(() -> !world.requests().conversation(world.dana, id).isEmpty());
    assertThat(world.requests().conversation(world.dana, id))
        .extracting(Remark::text)
        .containsExactly(MASKED);
  }

  @Test
  void aMendedTextNeedsNoInsisting() {
    var id = askedBecause("kernel update");
    go("changes/" + id.value());
    var field = find(TextArea.class).single();
    test(field).setValue(SECRET);
    assertThat(warning().isVisible()).isTrue();
    test(field).setValue("reset first");
    assertThat(find(SecretWarning.class).all()).noneMatch(Component::isVisible);
    click(text("operation.page.say"));
    until(() -> !world.requests().conversation(world.dana, id).isEmpty());
  }

  @Test
  void aReasonWithASecretIsSentMaskedAndOnlyOnceThePersonInsists() {
    var operation = SampleCluster.to("srv-pg2");
    var words = new Wording(UI.getCurrent(), Formats.of(UI.getCurrent()));
    var form =
        new RequestForm(
            words,
            world.requests(),
            world.dana,
            false,
            () -> Optional.of(operation),
            plan -> {
              // the page's heading
            });
    UI.getCurrent().add(form);
    var ask = find(Button.class, form).withText(text("operation.page.new.ask")).single();
    var field = find(TextArea.class, form).single();
    test(field).setValue(SECRET);
    until(() -> !find(Checkbox.class, form).all().isEmpty() && tickAll(form) && ask.isEnabled());

    test(ask).click();
    assertThat(world.requests().ofCluster(world.dana, SampleCluster.ID, 10)).isEmpty();
    assertThat(ask.isEnabled()).as("it can be mended").isTrue();

    find(Checkbox.class, form).withCaption(text("ui.secret.anyway")).single().setValue(true);
    test(ask).click();
    until(() -> !world.requests().ofCluster(world.dana, SampleCluster.ID, 10).isEmpty());
    var id = world.requests().ofCluster(world.dana, SampleCluster.ID, 10).getFirst().id();
    assertThat(world.requests().find(world.dana, id).orElseThrow().reason()).isEqualTo(MASKED);
  }

  /** The reservations of the sheet, but not the insisting. */
  private boolean tickAll(RequestForm form) {
    find(Checkbox.class, form).all().stream()
        .filter(box -> !text("ui.secret.anyway").equals(box.getLabel()))
        .forEach(box -> box.setValue(true));
    return true;
  }
}

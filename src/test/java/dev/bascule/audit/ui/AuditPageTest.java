package dev.bascule.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import dev.bascule.access.Actor;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditExport;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSearch;
import dev.bascule.audit.AuditSubject;
import dev.bascule.audit.ChainInspection;
import dev.bascule.audit.internal.AuditBench;
import dev.bascule.support.Database;
import dev.bascule.support.Pages;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The audit page on the real log. */
class AuditPageTest extends Pages {
  private final AuditBench bench = new AuditBench(Database.H2);

  @Override
  protected Set<Class<? extends Component>> views() {
    return Set.of(AuditView.class);
  }

  @Override
  protected void furnish(AnnotationConfigApplicationContext beans) {
    beans.registerBean(AuditSearch.class, bench::search);
    beans.registerBean(ChainInspection.class, bench::inspection);
    beans.registerBean(AuditExport.class, bench::export);
  }

  @BeforeEach
  void signIn() {
    signIn(AuditBench.DANA);
  }

  @Test
  void findsWhatItsAddressSays() {
    bench.with(12);
    go("audit?action=test.entry-1&result=done&who=dan&q=tonight&kind=cluster&id=lab%2Fmaincluster");
    assertThat(test(grid()).size()).isEqualTo(4);
    assertThat(find(ComboBox.class).single().getValue()).isEqualTo("test.entry-1");
    assertThat(shown()).contains("lab/maincluster");
    go("audit?action=test.entry-12");
    assertThat(test(grid()).size()).isEqualTo(1);
  }

  @Test
  @SuppressWarnings("unchecked")
  void writesAFilterIntoItsAddress() {
    bench.with(3);
    go("audit");
    Select<AuditResult> result =
        (Select<AuditResult>)
            find(Select.class).all().stream()
                .filter(one -> text("audit.filter.result").equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
    test(result).selectItem(text("audit.result.REFUSED"));
    assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
        .isEqualTo("audit?result=refused");
    assertThat(find(Grid.class).exists()).as("nothing was refused").isFalse();
  }

  @Test
  void showsAllOfOneEntryAsText() {
    bench
        .log()
        .append(
            AuditBench.DANA,
            "tomorrow.invented",
            new AuditSubject("cluster", "lab/<b>", "<script>alert(1)</script>", "production"),
            AuditResult.FAILED,
            Map.of("reason", "</pre><img src=x>"));
    go("audit?entry=1");
    assertThat(detail().getTextRecursively())
        .as("an unknown code is shown as it stands")
        .contains("tomorrow.invented")
        .contains("<script>alert(1)</script>", "production", "10.0.0.7", "0".repeat(64))
        .contains("</pre><img src=x>");
    assertThat(detail().getOuterHTML()).doesNotContain("<script>", "<img src=x>");
  }

  @Test
  void hidesAnEntryOfAnotherEnvironment() {
    bench.with(1);
    signIn(
        Actor.person(
            PersonId.random(),
            "eve",
            Set.of(Right.VIEW, Right.READ_AUDIT),
            Scope.of(Set.of("development")),
            "10.0.0.9"));
    go("audit?entry=1");
    assertThat(detail().getTextRecursively())
        .contains(text("audit.entry.none.title", "1"))
        .doesNotContain("maincluster");
  }

  @Test
  void saysInWordsWhereTheChainIsBroken() {
    bench.with(5).unguarded();
    bench.tamper("delete from audit_entry where seq = 3");
    go("audit");
    click(text("audit.check"));
    until(() -> shown().contains(text("audit.check.broken", "3")));
    assertThat(shown()).contains(text("audit.check.why.MISSING"));
  }

  @Test
  void saysInFrenchThatTheChainHolds() {
    bench.with(2);
    UI.getCurrent().setLocale(Locale.FRENCH);
    go("audit");
    click("Vérifier la chaîne");
    until(() -> shown().contains("La chaîne tient\u00a0: 2 entrées"));
  }

  @Test
  void survivesAnAddressThatSaysNonsense() {
    bench.with(1);
    go("audit?period=x&from=%00&to=9&result=%3Cb%3E&entry=abc&kind=" + "k".repeat(900));
    assertThat(find(TextField.class).all()).isNotEmpty();
    assertThat(find(Grid.class).exists()).as("no kind is that long").isFalse();
  }

  private Element detail() {
    return find(MasterDetailLayout.class).single().getDetail().getElement();
  }

  @SuppressWarnings("unchecked")
  private Grid<AuditEntry> grid() {
    return (Grid<AuditEntry>) find(Grid.class).single();
  }
}

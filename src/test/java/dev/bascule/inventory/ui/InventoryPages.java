package dev.bascule.inventory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.internal.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.Environments;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.Hosts;
import dev.bascule.inventory.internal.FurnishedInventory;
import dev.bascule.ssh.ConsoleKey;
import dev.bascule.ui.BasculeI18N;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The inventory's pages in this JVM, without a browser, on the real services. */
abstract class InventoryPages extends BrowserlessTest {
  static final String PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI bascule-console";
  private static final BasculeI18N TEXTS = new BasculeI18N();
  private static @Nullable AnnotationConfigApplicationContext context;

  final FurnishedInventory inventory = new FurnishedInventory();
  private final SignedIn person = new SignedIn();

  @BeforeEach
  void open() {
    var now = new AnnotationConfigApplicationContext();
    now.registerBean(Hosts.class, inventory::hosts);
    now.registerBean(Environments.class, inventory::environments);
    now.registerBean(Clusters.class, inventory::clusters);
    now.registerBean(ExpectedMembers.class, inventory::members);
    now.registerBean(DcsEndpoints.class, inventory::dcs);
    now.registerBean(CurrentActor.class, () -> person);
    now.registerBean(Clock.class, Clock::systemUTC);
    now.registerBean(ConsoleKey.class, PublicHalf::new);
    now.register(Reach.class, InventoryWatch.class, AlarmBanner.class, InventoryCommands.class);
    now.refresh();
    context = now;
    UI.getCurrent().setLocale(Locale.ENGLISH);
    signIn(Scope.all(), Right.VIEW, Right.MANAGE_INVENTORY);
  }

  @AfterEach
  void shut() {
    beans().close();
  }

  private static AnnotationConfigApplicationContext beans() {
    return Optional.ofNullable(context).orElseThrow();
  }

  static <T> T bean(Class<T> type) {
    return beans().getBean(type);
  }

  void signIn(Scope scope, Right... rights) {
    person.actor = Actor.person(PersonId.random(), "dba", Set.of(rights), scope, "10.0.0.9");
  }

  static String text(String key, Object... args) {
    return TEXTS.getTranslation(key, Locale.ENGLISH, args);
  }

  /** All that is on the page, dialogs included: what a browser would be sent, properties too. */
  static String sent() {
    return everything(UI.getCurrent())
        .map(
            one ->
                one.getElement().getOuterHTML()
                    + one.getElement()
                        .getPropertyNames()
                        .map(name -> name + "=" + one.getElement().getProperty(name))
                        .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<Component> everything(Component from) {
    return Stream.concat(Stream.of(from), from.getChildren().flatMap(InventoryPages::everything));
  }

  /** What a reader sees of the page. */
  String shown() {
    return getCurrentView().getElement().getTextRecursively();
  }

  void click(String words) {
    test(find(Button.class).withText(words).all().getLast()).click();
  }

  /** The first of several buttons with the same words. */
  void clickFirst(String words) {
    test(find(Button.class).withText(words).all().getFirst()).click();
  }

  boolean offers(String words) {
    return find(Button.class).withText(words).exists();
  }

  TextField field(String labelKey) {
    return find(TextField.class).withLabel(text(labelKey)).all().getLast();
  }

  void type(String labelKey, String value) {
    field(labelKey).setValue(value);
  }

  /** Waits for work off the UI's thread, which shows its result when the session is free. */
  static void until(BooleanSupplier seen) {
    var session = VaadinSession.getCurrent();
    session.unlock();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInSameThread()
          .until(() -> underLock(session, seen));
    } finally {
      session.lock();
    }
  }

  private static boolean underLock(VaadinSession session, BooleanSupplier seen) {
    session.lock();
    try {
      return seen.getAsBoolean();
    } finally {
      session.unlock();
    }
  }

  void untilShown(String words) {
    until(() -> shown().contains(words));
    assertThat(shown()).contains(words);
  }

  boolean isThere(String address) {
    UI.getCurrent().navigate(address);
    return !(getCurrentView() instanceof RouteNotFoundError);
  }

  @Override
  protected synchronized Routes discoverRoutes() {
    Set<Class<? extends Component>> pages =
        Set.of(
            HostsView.class,
            HostView.class,
            DcsListView.class,
            DcsView.class,
            EnvironmentsView.class,
            ClusterRecordsView.class,
            ClusterRecordView.class,
            SshKeyView.class);
    Set<Class<? extends HasErrorParameter<?>>> errors = Set.of(RouteNotFoundError.class);
    return new Routes(pages, errors, Set.of(), true);
  }

  @Override
  protected Set<Class<?>> lookupServices() {
    return Set.of(FromBeans.class);
  }

  /** Makes the pages from the test's beans. */
  public static final class FromBeans implements InstantiatorFactory {
    @Override
    public Instantiator createInstantitor(VaadinService service) {
      return new DefaultInstantiator(service) {
        private static final long serialVersionUID = 1L;

        @Override
        public <T> T getOrCreate(Class<T> type) {
          return type.getPackage() == InventoryPages.class.getPackage()
              ? beans().getAutowireCapableBeanFactory().createBean(type)
              : super.getOrCreate(type);
        }

        @Override
        public I18NProvider getI18NProvider() {
          return TEXTS;
        }
      };
    }
  }

  private static final class SignedIn implements CurrentActor {
    private @Nullable Actor actor;

    @Override
    public Actor get() {
      return find().orElseThrow();
    }

    @Override
    public Optional<Actor> find() {
      return Optional.ofNullable(actor);
    }
  }

  private static final class PublicHalf implements ConsoleKey {
    @Override
    public String authorizedKey() {
      return PUBLIC_KEY;
    }

    @Override
    public String fingerprint() {
      return "SHA256:console";
    }
  }
}

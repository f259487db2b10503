package dev.bascule.support;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.internal.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
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

/** Pages of a room in this JVM, without a browser, made from a test's own beans. */
public abstract class Pages extends BrowserlessTest {
  private static final BasculeI18N TEXTS = new BasculeI18N();
  private static @Nullable AnnotationConfigApplicationContext context;
  private static Set<Class<? extends Component>> views = Set.of();

  private @Nullable Actor person;

  /** The room's views. */
  protected abstract Set<Class<? extends Component>> views();

  /** What the views need, beside who is signed in, texts and a clock. */
  protected abstract void furnish(AnnotationConfigApplicationContext beans);

  /** Opens the room. */
  @BeforeEach
  public void openRoom() {
    AnnotationConfigApplicationContext now = new AnnotationConfigApplicationContext();
    now.registerBean(CurrentActor.class, SignedIn::new);
    now.registerBean(BasculeI18N.class, () -> TEXTS);
    now.registerBean(Clock.class, Clock::systemUTC);
    furnish(now);
    now.refresh();
    context = now;
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  /** Shuts it. */
  @AfterEach
  public void shutRoom() {
    beans().close();
  }

  private static AnnotationConfigApplicationContext beans() {
    return Optional.ofNullable(context).orElseThrow();
  }

  /** From now on this is who looks. */
  protected final void signIn(Actor actor) {
    person = actor;
  }

  /** Goes to an address with its query. */
  protected final void go(String address) {
    dev.bascule.ui.Links.go(UI.getCurrent(), address);
    roundTrip();
  }

  /** A text in English. */
  protected static String text(String key, Object... values) {
    return TEXTS.getTranslation(key, Locale.ENGLISH, values);
  }

  /** What a reader sees of the page. */
  protected final String shown() {
    return getCurrentView().getElement().getTextRecursively();
  }

  /** All that a browser would be sent of the page, properties too. */
  protected static String sent() {
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
    return Stream.concat(Stream.of(from), from.getChildren().flatMap(Pages::everything));
  }

  /** Clicks the last button with these words. */
  protected final void click(String words) {
    test(find(Button.class).withText(words).all().getLast()).click();
  }

  /** Waits for what another thread shows. */
  protected static void until(BooleanSupplier seen) {
    VaadinSession session = VaadinSession.getCurrent();
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

  @Override
  protected synchronized Routes discoverRoutes() {
    views = views();
    Set<Class<? extends HasErrorParameter<?>>> errors = Set.of(RouteNotFoundError.class);
    return new Routes(views, errors, Set.of(), true);
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
          return views.stream().anyMatch(view -> view.equals(type))
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

  private final class SignedIn implements CurrentActor {
    @Override
    public Actor get() {
      return find().orElseThrow();
    }

    @Override
    public Optional<Actor> find() {
      return Optional.ofNullable(person);
    }
  }
}

package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.approval.internal.Voters;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.SampleCluster;
import dev.bascule.support.Database;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/** Remarks in the real tables, in one transaction with what is written by SQL. */
@ParameterizedClass
@EnumSource
class StoredRemarksTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123456Z");
  private final World world;
  private final EntityManagerFactory factory;
  private final StoredRemarks remarks;
  private final TransactionTemplate transaction;
  private final JdbcClient sql;
  private final RequestId request;
  private final UUID author;

  StoredRemarksTest(Database kind) {
    world = new World(kind.fresh());
    request = world.asked(SampleCluster.to("srv-pg2"));
    author = Voters.person(world.database, "rita").id().value();
    var bean = new LocalContainerEntityManagerFactoryBean();
    bean.setDataSource(world.database.source());
    bean.setPackagesToScan("dev.bascule");
    bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
    bean.setJpaPropertyMap(
        Map.of("hibernate.hbm2ddl.auto", "validate", "hibernate.jdbc.time_zone", "UTC"));
    bean.afterPropertiesSet();
    factory = Objects.requireNonNull(bean.getObject());
    remarks =
        new JpaRepositoryFactory(SharedEntityManagerCreator.createSharedEntityManager(factory))
            .getRepository(StoredRemarks.class);
    transaction = new TransactionTemplate(new JpaTransactionManager(factory));
    sql = JdbcClient.create(world.database.source());
  }

  @AfterEach
  void close() {
    factory.close();
  }

  private RemarkRow row(String text) {
    return new RemarkRow(request.value(), author, "rita", AT, text);
  }

  @Test
  void keepsRemarksInOrder() {
    transaction.executeWithoutResult(
        status -> {
          remarks.save(row("first"));
          remarks.save(row("second"));
        });
    assertThat(remarks.findByRequestOrderById(request.value(), Limit.of(10)))
        .extracting(row -> row.text, row -> row.at)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("first", AT),
            org.assertj.core.groups.Tuple.tuple("second", AT));
    assertThat(remarks.findByRequestOrderById(request.value(), Limit.of(1))).hasSize(1);
  }

  @Test
  void isTakenBackWithWhatTheSameTransactionWrote() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      remarks.save(row("never said"));
                      sql.sql("update operation_request set reason = 'changed'").update();
                      throw new IllegalStateException("the audit log can't be written");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(remarks.findByRequestOrderById(request.value(), Limit.of(10))).isEmpty();
    assertThat(sql.sql("select reason from operation_request").query(String.class).single())
        .isNotEqualTo("changed");
  }
}

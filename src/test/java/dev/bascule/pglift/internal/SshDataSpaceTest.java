package dev.bascule.pglift.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What df and du print. */
class SshDataSpaceTest {
  @Test
  void readsWhatIsFree() {
    assertThat(
            SshDataSpace.free(
                """
                Filesystem     1024-blocks    Used Available Capacity Mounted on
                overlay          102687672 8123412  94548260       8% /
                """))
        .hasValue(94_548_260);
  }

  @Test
  void readsWhatIsFreeOnAFileSystemWhoseNameHasSpaces() {
    assertThat(
            SshDataSpace.free(
                """
                Filesystem     1024-blocks    Used Available Capacity Mounted on
                my pool/data        204800    1024    203776       1% /pgdata
                """))
        .hasValue(203_776);
  }

  @Test
  void readsWhatIsUsed() {
    assertThat(SshDataSpace.used("47612\t/pgdata/15/main\n")).hasValue(47_612);
  }

  @Test
  void understandsNothingElse() {
    assertThat(SshDataSpace.free("df: /nowhere: No such file or directory\n")).isEmpty();
    assertThat(SshDataSpace.used("")).isEmpty();
  }
}

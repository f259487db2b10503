package dev.bascule.inventory.ui;

import com.vaadin.flow.component.html.Div;
import dev.bascule.inventory.Identity;
import dev.bascule.inventory.IdentityDraft;
import java.util.List;
import java.util.Optional;

/** Whom the console trusts, its own certificate and that one's key. */
final class IdentityFields extends Div {
  private static final long serialVersionUID = 1L;

  private final PemField ca;
  private final PemField certificate;
  private final PemField key;

  IdentityFields() {
    addClassName("identity-fields");
    ca =
        new PemField(
            getTranslation("inventory.pem.ca"), getTranslation("inventory.pem.ca.help"), false);
    certificate =
        new PemField(
            getTranslation("inventory.pem.certificate"),
            getTranslation("inventory.pem.certificate.help"),
            false);
    key =
        new PemField(
            getTranslation("inventory.pem.key"), getTranslation("inventory.pem.key.help"), true);
    add(ca, certificate, key);
  }

  /** Takes everything away. */
  void clear() {
    List.of(ca, certificate, key).forEach(PemField::clear);
    key.help(getTranslation("inventory.pem.key.help"));
  }

  void show(Identity identity) {
    clear();
    ca.show(identity.caPem());
    certificate.show(identity.certificatePem());
    if (identity.certificate() != null) {
      key.help(getTranslation("inventory.pem.key.kept"));
    }
  }

  IdentityDraft draft() {
    return new IdentityDraft(ca.value(), certificate.value(), key.value());
  }

  void valid() {
    ca.valid();
    certificate.valid();
    key.valid();
  }

  /** The field of a refusal, by its last word. */
  Optional<PemField> field(String code) {
    return switch (code) {
      case "ca" -> Optional.of(ca);
      case "certificate" -> Optional.of(certificate);
      case "key" -> Optional.of(key);
      default -> Optional.empty();
    };
  }
}

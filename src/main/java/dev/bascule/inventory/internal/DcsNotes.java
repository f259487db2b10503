package dev.bascule.inventory.internal;

import dev.bascule.audit.AuditSubject;
import dev.bascule.inventory.DcsDraft;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the audit log says of a DCS and of the identities used towards it; no secret. */
final class DcsNotes {
  private DcsNotes() {}

  static AuditSubject subject(DcsDraft draft) {
    return new AuditSubject("dcs", draft.name(), draft.name(), draft.environment());
  }

  static Map<String, Object> detail(
      DcsDraft draft, CheckedIdentity identity, @Nullable CheckedIdentity rest) {
    var detail = new LinkedHashMap<String, Object>();
    detail.put("endpoints", draft.endpoints());
    detail.put("prefix", draft.prefix());
    var user = draft.user();
    if (user != null) {
      detail.put("user", user);
    }
    detail.putAll(shown("identity", identity));
    detail.putAll(shown("rest", rest));
    return detail;
  }

  /** Fingerprints say which certificates; keys are not mentioned but for being new. */
  static Map<String, Object> shown(String name, @Nullable CheckedIdentity identity) {
    if (identity == null) {
      return Map.of();
    }
    var shown = new LinkedHashMap<String, Object>();
    var ca = identity.caPem();
    if (ca != null) {
      shown.put(
          name + "Authorities",
          PemCertificates.kept(ca).facts().stream().map(one -> one.fingerprint()).toList());
    }
    var certificate = identity.certificatePem();
    if (certificate != null) {
      shown.put(
          name + "Certificate", PemCertificates.kept(certificate).facts().getFirst().fingerprint());
      shown.put(name + "Renewed", identity.freshKey());
    }
    return shown;
  }
}

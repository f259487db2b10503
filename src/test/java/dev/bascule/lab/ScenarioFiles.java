package dev.bascule.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The people and the inventory that a scenario's console starts with. */
final class ScenarioFiles {
  static final List<String> PEOPLE = List.of("viewer", "dba", "approver", "manager", "admin");

  private ScenarioFiles() {}

  static String password(String person) {
    // a password that holds its person's name is refused
    return "5c1f0e9a7b-e81d46-" + PEOPLE.indexOf(person);
  }

  static Path people(Path directory) throws IOException {
    var yaml = new StringBuilder("people:\n");
    for (var person : PEOPLE) {
      yaml.append(
          """
            - name: %s
              display-name: %s
              roles: [%s]
              password: "%s"
          """
              .formatted(
                  person, person, person.toUpperCase(java.util.Locale.ROOT), password(person)));
    }
    yaml.append("tokens:\n  - name: scenario\n    token: \"%s\"\n".formatted(Console.TOKEN));
    return write(directory.resolve("people.yaml"), yaml.toString());
  }

  static Path inventory(Path directory, Lab lab) throws IOException {
    var pki = lab.fact("LAB_PKI");
    var yaml = new StringBuilder();
    yaml.append(
        """
        environments:
          - {name: production, colour: "#B24A00", production: true, ssh-account: postgres}
        dcs:
          - name: lab
            endpoints: [%s]
            environment: production
            ca: %s/ca-cert.pem
            certificate: %s/console-cert.pem
            key: %s/console-key.pem
            rest: {ca: %s/ca-cert.pem, certificate: %s/console-cert.pem, key: %s/console-key.pem}
        hosts:
        """
            .formatted(quoted(lab.fact("LAB_ETCD_ENDPOINTS")), pki, pki, pki, pki, pki, pki));
    for (var node : lab.nodes()) {
      yaml.append(
          "  - {name: %s, address: %s, port: 22, environment: production, host-key: \"%s\"}\n"
              .formatted(node, lab.address(node), lab.hostKey(node)));
    }
    yaml.append(
        """
        clusters:
          - dcs: lab
            name: maincluster
            environment: production
            application: shop
            owner: Team Data
            on-call: "+33 1 23 45 67 89"
            criticality: high
            entry-point: {kind: keepalived, address: %s}
        """
            .formatted(lab.fact("LAB_VIP")));
    return write(directory.resolve("inventory.yaml"), yaml.toString());
  }

  private static String quoted(String endpoints) {
    return '"' + endpoints.replace(",", "\", \"") + '"';
  }

  private static Path write(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return Files.writeString(file, text);
  }
}

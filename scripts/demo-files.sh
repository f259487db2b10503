# shellcheck shell=bash
# The files that the demo's console starts with: who there is, and what it watches.
# Sourced by demo.sh, which sets DEMO and URL and has lab().

PEOPLE=(viewer dba approver manager admin)

secret() { openssl rand -hex 12; }

write_credentials() { # generated once; what is there stays
  local file=$DEMO/credentials.env person
  if [ ! -s "$file" ]; then
    {
      echo "BASCULE_TOKEN=$(openssl rand -hex 24)"
      for person in "${PEOPLE[@]}"; do echo "BASCULE_PASSWORD_${person^^}=$(secret)"; done
    } >"$file.part"
    mv "$file.part" "$file"
  fi
  sed -i '/^BASCULE_URL=/d' "$file"
  echo "BASCULE_URL=$URL" >>"$file"
  chmod 600 "$file"
}

credential() { sed -n "s/^$1=//p" "$DEMO/credentials.env"; }

write_people() {
  local person
  {
    echo "people:"
    for person in "${PEOPLE[@]}"; do
      echo "  - {name: $person, display-name: ${person^}, roles: [${person^^}], password: \"$(credential "BASCULE_PASSWORD_${person^^}")\"}"
    done
    echo "tokens:"
    echo "  - {name: demo, token: \"$(credential BASCULE_TOKEN)\"}"
  } >"$DEMO/people.yaml"
  chmod 600 "$DEMO/people.yaml"
}

write_inventory() {
  local facts pki node known address
  facts=$(lab env)
  fact() { sed -n "s/^$1=//p" <<<"$facts"; }
  pki=$(fact LAB_PKI)
  known=$(fact LAB_SSH_KNOWN_HOSTS)
  {
    cat <<YAML
environments:
  - {name: production, colour: "#B24A00", production: true, ssh-account: postgres}
dcs:
  - name: lab
    endpoints: [$(fact LAB_ETCD_ENDPOINTS | sed 's/[^,]*/"&"/g')]
    environment: production
    ca: $pki/ca-cert.pem
    certificate: $pki/console-cert.pem
    key: $pki/console-key.pem
    rest: {ca: $pki/ca-cert.pem, certificate: $pki/console-cert.pem, key: $pki/console-key.pem}
hosts:
YAML
    for node in $(fact LAB_NODES); do
      address=$(fact "LAB_ADDRESS_$(tr 'a-z-' 'A-Z_' <<<"$node")")
      echo "  - {name: $node, address: $address, port: 22, environment: production, host-key: \"$(awk -v n="$node,$address" '$1 == n && $2 == "ssh-ed25519" {print $2, $3; exit}' "$known")\"}"
    done
    cat <<YAML
clusters:
  - dcs: lab
    name: maincluster
    environment: production
    application: Orders
    owner: Data platform
    on-call: "+33 1 00 00 00 00"
    criticality: high
    tags: [demo]
    entry-point: {kind: keepalived, address: $(fact LAB_VIP)}
YAML
  } >"$DEMO/inventory.yaml"
  chmod 600 "$DEMO/inventory.yaml"
}

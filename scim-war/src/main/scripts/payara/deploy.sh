#!/bin/sh
# Puts Roster on a Payara that runs: data source, an administrator in its realm, the WAR.
#   ROSTER_ADMIN_PASSWORD=... deploy.sh PAYARA_HOME POSTGRESQL_DRIVER.jar scim.war
# The password has no blanks: Payara refuses them. From its environment asadmin takes AS_ADMIN_PORT, unless it is 4848,
# and AS_ADMIN_USER and AS_ADMIN_PASSWORDFILE, where the administration asks for them.
# At each start Payara reads from its environment (glassfish/config/asenv.conf can set it): ROSTER_DB_HOST,
# ROSTER_DB_PORT, ROSTER_DB_NAME, ROSTER_DB_USER, ROSTER_DB_PASSWORD, and ROSTER_BOOTSTRAP_TOKEN for the identity
# provider. Start it with these before this script.
set -eu
home=${1:?the folder of Payara}
driver=${2:?the jar of the PostgreSQL driver}
war=${3:?scim.war}
password=${ROSTER_ADMIN_PASSWORD:?a password for the user scim-admin}
scripts=$(cd "$(dirname "$0")" && pwd)
asadmin() { "$home/bin/asadmin" "$@"; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
asadmin add-library "$driver"
asadmin multimode --file "$scripts/roster.asadmin"
# The role is a group of the realm "file"; Roster knows the groups scim-admin, scim-read and scim-self.
# asadmin reads the file as Java properties, where a backslash stands for itself only when it is doubled.
(
  umask 077
  cat "${AS_ADMIN_PASSWORDFILE:-/dev/null}" > "$work/password"
  printf '\nAS_ADMIN_USERPASSWORD=%s\n' "$password" | sed 's/\\/\\\\/g' >> "$work/password"
)
asadmin --passwordfile "$work/password" create-file-user --groups scim-admin scim-admin
asadmin deploy --name scim --contextroot /scim "$war"

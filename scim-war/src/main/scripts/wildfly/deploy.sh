#!/bin/sh
# Puts Roster on a WildFly that does not run: data source, an administrator in its realm, the WAR.
#   ROSTER_ADMIN_PASSWORD=... deploy.sh WILDFLY_HOME POSTGRESQL_DRIVER.jar scim-eclipselink.war
# At each start WildFly reads from its environment (bin/standalone.conf can set it): ROSTER_DB_URL, ROSTER_DB_USER,
# ROSTER_DB_PASSWORD, and ROSTER_BOOTSTRAP_TOKEN for the identity provider.
set -eu
home=${1:?the folder of WildFly}
driver=${2:?the jar of the PostgreSQL driver}
war=${3:?scim-eclipselink.war}
password=${ROSTER_ADMIN_PASSWORD:?a password for the user scim-admin}
scripts=$(cd "$(dirname "$0")" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$driver" "$work/postgresql.jar"
(cd "$work" && JBOSS_HOME="$home" "$home/bin/jboss-cli.sh" --file="$scripts/roster.cli")
# The role is a group of ApplicationRealm; Roster knows the groups scim-admin, scim-read and scim-self.
JBOSS_HOME="$home" "$home/bin/add-user.sh" -s -a -u scim-admin -p "$password" -g scim-admin
cp "$war" "$home/standalone/deployments/scim.war"
echo "Ready. Start WildFly with ROSTER_DB_URL, ROSTER_DB_USER, ROSTER_DB_PASSWORD and ROSTER_BOOTSTRAP_TOKEN set."

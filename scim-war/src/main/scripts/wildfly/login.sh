#!/bin/sh
# Lets Roster's users log in to other applications on a WildFly that runs: makes the security domain "roster". An
# application takes it by <security-domain>roster</security-domain> in its WEB-INF/jboss-web.xml.
#   login.sh WILDFLY_HOME [option of jboss-cli.sh ...]
# Options are, for instance, --controller=HOST:PORT, --user=NAME and --password=PASSWORD, -Droster.datasource=NAME if the
# data source of Roster's tables is not "Roster", and -Droster.tenant=NAME if the directory is not "default".
set -eu
home=${1:?the folder of WildFly}
shift
scripts=$(cd "$(dirname "$0")" && pwd)

JBOSS_HOME="$home" "$home/bin/jboss-cli.sh" --connect --resolve-parameter-values --file="$scripts/login.cli" "$@"
echo "Ready. Applications with <security-domain>roster</security-domain> in WEB-INF/jboss-web.xml know Roster's users."

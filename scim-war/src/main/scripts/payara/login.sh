#!/bin/sh
# Lets Roster's users log in to other applications on a Payara that runs: makes the data source jdbc/roster, which the class
# src/main/examples/login/RosterLogin.java of an application looks into. deploy.sh has made its connection pool, Roster.
#   login.sh PAYARA_HOME
# From its environment asadmin takes AS_ADMIN_PORT, unless it is 4848, and AS_ADMIN_USER and AS_ADMIN_PASSWORDFILE, where
# the administration asks for them.
set -eu
home=${1:?the folder of Payara}

# One by one: asadmin multimode says that all went well whatever failed.
"$home/bin/asadmin" create-jdbc-resource --connectionpoolid Roster jdbc/roster
# Groups are roles by their names.
"$home/bin/asadmin" set configs.config.server-config.security-service.activate-default-principal-to-role-mapping=true
echo "Ready. Applications with the class RosterLogin know Roster's users."

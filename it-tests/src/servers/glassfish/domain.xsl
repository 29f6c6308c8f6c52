<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns the domain.xml that Payara and GlassFish ship into the one of a lane. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:param name="database"/>
  <xsl:param name="http.port"/>
  <xsl:param name="https.port"/>
  <xsl:param name="admin.port"/>
  <xsl:param name="postgresql.port"/>
  <xsl:param name="roster.bootstrap.token"/>
  <xsl:param name="roster.schemas"/>

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- The server's default data source. -->
  <xsl:template match="jdbc-resource[@jndi-name = 'jdbc/__default']/@pool-name">
    <xsl:attribute name="pool-name">Roster</xsl:attribute>
  </xsl:template>
  <xsl:template match="domain/resources">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
      <xsl:choose>
        <xsl:when test="$database = 'postgresql'">
          <jdbc-connection-pool name="Roster" res-type="javax.sql.DataSource"
                                datasource-classname="org.postgresql.ds.PGSimpleDataSource">
            <property name="serverName" value="127.0.0.1"/>
            <property name="portNumber" value="{$postgresql.port}"/>
            <property name="databaseName" value="scim"/>
            <property name="user" value="postgres"/>
            <!-- PostgreSQL does not ask for it, but the pool does. -->
            <property name="password" value="postgres"/>
          </jdbc-connection-pool>
        </xsl:when>
        <xsl:otherwise>
          <!-- As Payara's own H2Pool, for GlassFish too, which has Derby over the network there. -->
          <jdbc-connection-pool name="Roster" res-type="javax.sql.DataSource"
                                datasource-classname="org.h2.jdbcx.JdbcDataSource">
            <property name="URL" value="jdbc:h2:${{com.sun.aas.instanceRoot}}/lib/databases/embedded_default"/>
          </jdbc-connection-pool>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
  </xsl:template>

  <!-- On the loopback interface alone, and no more of it than a web application needs. -->
  <xsl:template match="config[@name = 'server-config']//network-listener">
    <network-listener address="127.0.0.1">
      <xsl:apply-templates select="@*[name() != 'address']"/>
    </network-listener>
  </xsl:template>
  <xsl:template match="config[@name = 'server-config']//network-listener[@name = 'http-listener-1']/@port">
    <xsl:attribute name="port"><xsl:value-of select="$http.port"/></xsl:attribute>
  </xsl:template>
  <xsl:template match="config[@name = 'server-config']//network-listener[@name = 'admin-listener']/@port">
    <xsl:attribute name="port"><xsl:value-of select="$admin.port"/></xsl:attribute>
  </xsl:template>
  <xsl:template match="config[@name = 'server-config']//network-listener[@name = 'http-listener-2']/@port">
    <xsl:attribute name="port"><xsl:value-of select="$https.port"/></xsl:attribute>
  </xsl:template>
  <!-- As roster.asadmin sets it. -->
  <xsl:template match="config[@name = 'server-config']//protocol[starts-with(@name, 'http-listener-')]/http">
    <http websockets-support-enabled="false">
      <xsl:apply-templates select="@*|node()"/>
    </http>
  </xsl:template>
  <xsl:template match="iiop-listener/@address|jmx-connector/@address">
    <xsl:attribute name="address">127.0.0.1</xsl:attribute>
  </xsl:template>
  <xsl:template match="config[@name = 'server-config']/http-service">
    <jms-service type="DISABLED" default-jms-host="default_JMS_host">
      <jms-host name="default_JMS_host" host="127.0.0.1" port="7676" lazy-init="true"/>
    </jms-service>
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="config[@name = 'server-config']/hazelcast-config-specific-configuration">
    <hazelcast-config-specific-configuration enabled="false"/>
  </xsl:template>

  <xsl:template match="config[@name = 'server-config']/java-config">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
      <jvm-options>-XX:TieredStopAtLevel=1</jvm-options>
      <!-- Its own, since each server puts the file that it is sent there under the same name: scim.war. -->
      <jvm-options>-Djava.io.tmpdir=${com.sun.aas.instanceRoot}/uploads</jvm-options>
      <jvm-options>-Droster.bootstrap.token=<xsl:value-of select="$roster.bootstrap.token"/></jvm-options>
      <!-- How the recordings of clients that cannot be recognised name themselves. -->
      <jvm-options>-Droster.agents=recording-compat=compat,recording-onelogin=onelogin</jvm-options>
      <jvm-options>-Droster.jwt.issuers=${com.sun.aas.instanceRoot}/jwt/issuers.json</jvm-options>
      <jvm-options>-Droster.schemas=<xsl:value-of select="$roster.schemas"/></jvm-options>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>

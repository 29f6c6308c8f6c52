<?xml version="1.0" encoding="UTF-8"?>
<!--
  Turns the standalone.xml that WildFly ships into the one of a lane. Not by a YAML file at start, which would be
  shorter: WildFly then forgets at a restart what was deployed.
-->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:param name="database"/>
  <xsl:param name="postgresql.port"/>

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- The server's default data source; without PostgreSQL it stays the H2 in memory that WildFly comes with. -->
  <xsl:template match="*[local-name() = 'default-bindings']/@datasource">
    <xsl:attribute name="datasource">
      <xsl:choose>
        <xsl:when test="$database = 'postgresql'">java:jboss/datasources/Roster</xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>
  <xsl:template match="*[local-name() = 'datasources']/*[local-name() = 'drivers']">
    <xsl:variable name="namespace" select="namespace-uri()"/>
    <xsl:if test="$database = 'postgresql'">
      <xsl:element name="datasource" namespace="{$namespace}">
        <xsl:attribute name="jndi-name">java:jboss/datasources/Roster</xsl:attribute>
        <xsl:attribute name="pool-name">Roster</xsl:attribute>
        <xsl:element name="connection-url" namespace="{$namespace}">
          <xsl:value-of select="concat('jdbc:postgresql://127.0.0.1:', $postgresql.port, '/scim')"/>
        </xsl:element>
        <xsl:element name="driver" namespace="{$namespace}">postgresql</xsl:element>
        <xsl:element name="security" namespace="{$namespace}">
          <xsl:attribute name="user-name">postgres</xsl:attribute>
        </xsl:element>
        <!-- As roster.cli has it: a connection is looked at before it is used, for the database may have been away. -->
        <xsl:element name="validation" namespace="{$namespace}">
          <xsl:element name="valid-connection-checker" namespace="{$namespace}">
            <xsl:attribute name="class-name">org.jboss.jca.adapters.jdbc.extensions.novendor.JDBC4ValidConnectionChecker</xsl:attribute>
          </xsl:element>
          <xsl:element name="validate-on-match" namespace="{$namespace}">true</xsl:element>
          <xsl:element name="exception-sorter" namespace="{$namespace}">
            <xsl:attribute name="class-name">org.jboss.jca.adapters.jdbc.extensions.postgres.PostgreSQLExceptionSorter</xsl:attribute>
          </xsl:element>
        </xsl:element>
      </xsl:element>
    </xsl:if>
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
      <xsl:element name="driver" namespace="{$namespace}">
        <xsl:attribute name="name">postgresql</xsl:attribute>
        <xsl:attribute name="module">org.postgresql</xsl:attribute>
      </xsl:element>
    </xsl:copy>
  </xsl:template>

  <!-- The log of a server under test must not fill the disk: one file and one older one, 20 MB each. -->
  <xsl:template match="*[local-name() = 'periodic-rotating-file-handler']">
    <xsl:element name="size-rotating-file-handler" namespace="{namespace-uri()}">
      <xsl:apply-templates select="@*|*[local-name() != 'suffix']"/>
      <xsl:element name="rotate-size" namespace="{namespace-uri()}">
        <xsl:attribute name="value">20m</xsl:attribute>
      </xsl:element>
      <xsl:element name="max-backup-index" namespace="{namespace-uri()}">
        <xsl:attribute name="value">1</xsl:attribute>
      </xsl:element>
    </xsl:element>
  </xsl:template>
  <xsl:template match="*[local-name() = 'console-handler']|*[local-name() = 'handler'][@name = 'CONSOLE']"/>
</xsl:stylesheet>

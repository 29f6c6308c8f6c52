<?xml version="1.0" encoding="UTF-8"?>
<!--
  Turns the standalone.xml that WildFly ships into the one of a lane. Not by a YAML file at start, which would be
  shorter: WildFly then forgets at a restart what was deployed.
-->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:param name="database"/>
  <xsl:param name="postgresql.port"/>
  <xsl:param name="mariadb.port"/>

  <!-- Where the server's default data source leads to, and as whom; as long as it is not the H2 of the server. -->
  <xsl:variable name="url">
    <xsl:choose>
      <xsl:when test="$database = 'postgresql'">
        <xsl:value-of select="concat('jdbc:postgresql://127.0.0.1:${postgresql.port:', $postgresql.port, '}/scim')"/>
      </xsl:when>
      <xsl:when test="$database = 'mariadb'">
        <xsl:value-of select="concat('jdbc:mariadb://127.0.0.1:', $mariadb.port, '/scim?sslMode=disable&amp;transactionIsolation=READ_COMMITTED')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="user">
    <xsl:choose>
      <xsl:when test="$database = 'postgresql'">postgres</xsl:when>
      <xsl:when test="$database = 'mariadb'">root</xsl:when>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- The server's default data source; without a database of its own it stays the H2 in memory that WildFly comes with. -->
  <xsl:template match="*[local-name() = 'default-bindings']/@datasource">
    <xsl:attribute name="datasource">
      <xsl:choose>
        <xsl:when test="$url != ''">java:jboss/datasources/Roster</xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>
  <xsl:template match="*[local-name() = 'datasources']/*[local-name() = 'drivers']">
    <xsl:variable name="namespace" select="namespace-uri()"/>
    <xsl:if test="$url != ''">
      <xsl:element name="datasource" namespace="{$namespace}">
        <xsl:attribute name="jndi-name">java:jboss/datasources/Roster</xsl:attribute>
        <xsl:attribute name="pool-name">Roster</xsl:attribute>
        <xsl:element name="connection-url" namespace="{$namespace}">
          <xsl:value-of select="$url"/>
        </xsl:element>
        <xsl:element name="driver" namespace="{$namespace}"><xsl:value-of select="$database"/></xsl:element>
        <xsl:element name="security" namespace="{$namespace}">
          <xsl:attribute name="user-name"><xsl:value-of select="$user"/></xsl:attribute>
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
      <xsl:if test="$url != ''">
        <xsl:element name="driver" namespace="{$namespace}">
          <xsl:attribute name="name"><xsl:value-of select="$database"/></xsl:attribute>
          <xsl:attribute name="module"><xsl:value-of select="concat('org.', $database)"/></xsl:attribute>
        </xsl:element>
      </xsl:if>
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

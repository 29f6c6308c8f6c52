package org.roster.scim.it.benchmark.floor;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The rows of Roster's own tables that Roster reads and writes, by JDBC alone: no SCIM, no JPA, no authentication, and whoever
 * writes brings the rows along. What Roster takes more than this is its own; what this takes more than the floor is the layout's.
 */
@ApplicationScoped
@Path("same-rows")
@Produces("application/json")
public class SameRowsEndpoint {

    private static final Map<String, String> COLUMNS = Map.of(
            "scim_resource", "id, tenant, type, version, created, last_modified, display, document",
            "scim_value", "resource_id, index_key, element, tenant, sort_first, full_value",
            "scim_unique", "tenant, attribute, value_key, resource_id",
            "scim_change",
                    "id, resource_id, tenant, wave, resource_type, operation, version, actor, changed_at, change_json, "
                            + "request_id, rule, address");

    private static final Object NO_TEXT = new Object();
    private static final String RESOURCE = "r.id, r.tenant, r.type, r.version, r.created, r.last_modified, r.document";
    private static final String GROUPS = " union all select x.id, m.member_id, x.type, 0, 0, 0, x.display from ";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;

    /** The user of a name and his groups. */
    @GET
    @Path("by-name/{name}")
    public String byName(@PathParam("name") String name) throws SQLException {
        String found =
                "(select v.resource_id as id from scim_value v where v.tenant = ? and v.index_key = ? limit 11) p, ";
        String key = "userName=" + name;
        return written(
                "select " + RESOURCE + " from " + found + "scim_resource r where r.id = p.id and r.tenant = ?" + GROUPS
                        + found + "scim_member m, scim_resource x where m.member_id = p.id and x.id = m.group_id",
                "default",
                key,
                "default",
                "default",
                key);
    }

    /** The first users, and their groups by a second statement. */
    @GET
    public String page(@QueryParam("count") int count) throws SQLException {
        StringBuilder answer = new StringBuilder();
        try (Connection connection = dataSource.getConnection()) {
            List<String> ids = new ArrayList<>();
            try (PreparedStatement page = connection.prepareStatement("select " + RESOURCE
                    + " from scim_resource r where r.tenant = 'default' and r.type = 'User' order by r.id limit ?")) {
                page.setInt(1, count);
                try (ResultSet rows = page.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                        write(answer, rows, 7);
                    }
                }
            }
            String theirs = " from scim_member m where m.member_id in ("
                    + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
            try (PreparedStatement groups = connection.prepareStatement("select m.member_id, m.group_id, null" + theirs
                    + " union all select null, x.id, x.display from scim_resource x where x.id in (select m.group_id"
                    + theirs + ")")) {
                for (int i = 0; i < ids.size(); i++) {
                    groups.setString(i + 1, ids.get(i));
                    groups.setString(ids.size() + i + 1, ids.get(i));
                }
                try (ResultSet rows = groups.executeQuery()) {
                    while (rows.next()) {
                        answer.append(rows.getString(1))
                                .append(rows.getString(2))
                                .append(rows.getString(3));
                    }
                }
            }
        }
        return answer.toString();
    }

    /** A group and its members. */
    @GET
    @Path("groups/{id}")
    public String group(@PathParam("id") String id) throws SQLException {
        return written("select " + RESOURCE + " from scim_resource r where r.id = ?", id)
                + written(
                        "select x.id, x.type, x.display from scim_member m, scim_resource x where m.group_id = ? "
                                + "and m.member_id > '' and x.id = m.member_id order by m.member_id limit 10001",
                        id);
    }

    /** New rows for each of several resources, in one transaction. */
    @POST
    public Response insert(String body) throws SQLException {
        return inTransaction(connection -> {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                for (JsonObject resource : reader.readArray().getValuesAs(JsonObject.class)) {
                    for (String table : List.of("scim_resource", "scim_value", "scim_unique", "scim_change")) {
                        insert(connection, table, resource.getJsonArray(table));
                    }
                }
            }
            return Response.status(201).entity(body).build();
        });
    }

    /** Reads a user and his groups, and writes the user, the row of one value and one of the journal. */
    @PATCH
    @Path("{id}")
    public String update(@PathParam("id") String id, String active) throws SQLException {
        boolean become = Boolean.parseBoolean(active.strip());
        return inTransaction(connection -> {
            List<Object[]> rows = new ArrayList<>();
            read(
                    connection,
                    "select " + RESOURCE + " from scim_resource r where r.id = ? and r.tenant = ?" + GROUPS
                            + "scim_member m, scim_resource x where m.member_id = ? and x.id = m.group_id",
                    rows,
                    id,
                    "default",
                    id);
            Object[] user =
                    rows.stream().filter(row -> id.equals(row[0])).findFirst().orElseThrow();
            long version = ((Number) user[3]).longValue();
            long now = Math.max(System.currentTimeMillis(), ((Number) user[5]).longValue() + 1);
            String document = ((String) user[6]).replaceFirst("\"active\":(true|false)", "\"active\":" + become);
            execute(
                    connection,
                    "update scim_resource set version = ?, last_modified = ?, document = ?, display = display "
                            + "where id = ? and version = ?",
                    version + 1,
                    now,
                    document,
                    id,
                    version);
            execute(
                    connection,
                    "update scim_value set index_key = ? where resource_id = ? and index_key = ?",
                    "active=" + become,
                    id,
                    "active=" + !become);
            execute(
                    connection,
                    "insert into scim_change (" + COLUMNS.get("scim_change")
                            + ") values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID().toString(),
                    id,
                    "default",
                    "User",
                    "changed",
                    version + 1,
                    "benchmark",
                    now,
                    "{\"attributes\":{\"active\":{\"old\":" + !become + ",\"new\":" + become + "}}}",
                    UUID.randomUUID().toString(),
                    "scim-admin",
                    "127.0.0.1");
            return document;
        });
    }

    /** Adds one member or removes him, counts the group's version up, and writes one row of the journal. */
    @PATCH
    @Path("groups/{id}/{member}")
    public Response member(@PathParam("id") String group, @PathParam("member") String member, String add)
            throws SQLException {
        boolean join = Boolean.parseBoolean(add.strip());
        return inTransaction(connection -> {
            List<Object[]> rows = new ArrayList<>();
            read(
                    connection,
                    "select " + RESOURCE + " from scim_resource r where r.id = ? and r.tenant = ?",
                    rows,
                    group,
                    "default");
            long version = ((Number) rows.get(0)[3]).longValue();
            if (join) {
                execute(
                        connection,
                        "insert into scim_member (group_id, member_id) select ?, x.id from scim_resource x "
                                + "where x.tenant = ? and x.type in ('User', 'Group') and x.id = ? and not exists "
                                + "(select 1 from scim_member m where m.group_id = ? and m.member_id = x.id)",
                        group,
                        "default",
                        member,
                        group);
            } else {
                // Who was out when a round ended is not there the first time.
                changed(connection, "delete from scim_member where group_id = ? and member_id = ?", group, member);
            }
            execute(
                    connection,
                    "update scim_resource set version = version + 1, last_modified = greatest(last_modified + 1, ?) "
                            + "where id = ?",
                    System.currentTimeMillis(),
                    group);
            execute(
                    connection,
                    "insert into scim_change (" + COLUMNS.get("scim_change")
                            + ") select ?, r.id, r.tenant, 0, r.type, 'changed', r.version, ?, r.last_modified, "
                            + "?, ?, ?, ? from scim_resource r where r.id = ? and r.version = ?",
                    UUID.randomUUID().toString(),
                    "benchmark",
                    "{\"" + (join ? "added" : "removed") + "\":[\"" + member + "\"]}",
                    UUID.randomUUID().toString(),
                    "scim-admin",
                    "127.0.0.1",
                    group,
                    version + 1);
            return Response.noContent().build();
        });
    }

    /** What is done on a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void insert(Connection connection, String table, JsonArray rows) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (JsonArray row : rows.getValuesAs(JsonArray.class)) {
            row.forEach(value -> values.add(plain(value)));
        }
        String row = "(" + String.join(", ", Collections.nCopies(values.size() / rows.size(), "?")) + ")";
        execute(
                connection,
                "insert into " + table + " (" + COLUMNS.get(table) + ") values "
                        + String.join(", ", Collections.nCopies(rows.size(), row)),
                values.toArray());
    }

    private static Object plain(JsonValue value) {
        return value instanceof JsonString text
                ? text.getString()
                : value instanceof JsonNumber number ? number.longValue() : NO_TEXT;
    }

    private String written(String sql, Object... values) throws SQLException {
        StringBuilder answer = new StringBuilder();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            try (ResultSet rows = select.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    write(answer, rows, columns);
                }
            }
        }
        return answer.toString();
    }

    private static void write(StringBuilder answer, ResultSet row, int columns) throws SQLException {
        for (int column = 1; column <= columns; column++) {
            answer.append(row.getString(column)).append(' ');
        }
        answer.append('\n');
    }

    private static void read(Connection connection, String sql, List<Object[]> found, Object... values)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            try (ResultSet rows = select.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    Object[] row = new Object[columns];
                    for (int column = 0; column < columns; column++) {
                        row[column] = rows.getObject(column + 1);
                    }
                    found.add(row);
                }
            }
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        if (changed(connection, sql, values) == 0) {
            throw new SQLException("no row: " + sql);
        }
    }

    private static int changed(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text) {
                statement.setString(i + 1, text);
            } else if (values[i] instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setNull(i + 1, Types.VARCHAR);
            }
        }
    }
}

package org.roster.scim.it.benchmark.floor;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows with a text, as they come: the least that a service on this server and this database can do. */
@ApplicationScoped
@Path("rows")
@Produces("application/json")
public class FloorEndpoint {

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;

    /** One row by its id. */
    @GET
    @Path("{id}")
    public Response byId(@PathParam("id") String id) throws SQLException {
        return one("select document from floor where id = ?", id);
    }

    /** One row by another unique key; an empty list if there is none. */
    @GET
    @Path("by-key/{key}")
    public Response byKey(@PathParam("key") String key) throws SQLException {
        return one("select document from floor where key = ?", key);
    }

    private Response one(String sql, String value) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            try (ResultSet row = select.executeQuery()) {
                return Response.ok(row.next() ? row.getString(1) : "[]").build();
            }
        }
    }

    /** The first rows. */
    @GET
    public String page(@QueryParam("count") @DefaultValue("100") int count) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select document from floor order by id limit ?")) {
            select.setInt(1, count);
            StringBuilder page = new StringBuilder("[");
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    page.append(page.length() == 1 ? "" : ",").append(rows.getString(1));
                }
            }
            return page.append(']').toString();
        }
    }

    /** A new row. */
    @POST
    public Response insert(@QueryParam("key") String key, String document) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into floor (id, key, document) values (?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, key);
            insert.setString(3, document);
            insert.executeUpdate();
        }
        return Response.created(URI.create("rows/" + id)).entity(document).build();
    }

    /** Reads a row, changes a word in its text and writes it, in one transaction. */
    @PATCH
    @Path("{id}")
    public String update(@PathParam("id") String id, String active) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select document from floor where id = ?");
                PreparedStatement update = connection.prepareStatement("update floor set document = ? where id = ?")) {
            connection.setAutoCommit(false);
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String document =
                        row.getString(1).replaceFirst("\"active\":(true|false)", "\"active\":" + active.strip());
                update.setString(1, document);
                update.setString(2, id);
                update.executeUpdate();
                connection.commit();
                return document;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}

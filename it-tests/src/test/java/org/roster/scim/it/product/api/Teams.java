package org.roster.scim.it.product.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.roster.scim.it.product.StaffDesk;

/** Teams. */
@Path("teams")
@RequestScoped
@Produces("application/json")
public class Teams {

    @Inject
    private StaffDesk desk;

    @GET
    @Path("{name}")
    public TeamCard one(@PathParam("name") String name) {
        return new TeamCard(name, desk.team(name));
    }

    @POST
    @Path("{name}")
    public TeamCard found(@PathParam("name") String name, @QueryParam("lead") String lead) {
        desk.found(name, lead);
        return one(name);
    }
}

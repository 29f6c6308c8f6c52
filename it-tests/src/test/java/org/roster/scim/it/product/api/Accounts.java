package org.roster.scim.it.product.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.roster.scim.it.product.AccountCard;
import org.roster.scim.it.product.StaffDesk;

/** Accounts. */
@Path("accounts")
@RequestScoped
@Produces("application/json")
public class Accounts {

    @Inject
    private StaffDesk desk;

    @GET
    @Path("{login}")
    public AccountCard one(@PathParam("login") String login) {
        return desk.card(login).orElseThrow(() -> new NotFoundException("nobody is called " + login));
    }

    @POST
    @Path("{login}")
    public AccountCard hire(
            @PathParam("login") String login, @QueryParam("first") String first, @QueryParam("last") String last) {
        return desk.hire(login, first, last);
    }

    @POST
    @Path("{login}/lock")
    public AccountCard lock(@PathParam("login") String login) {
        desk.lock(login);
        return one(login);
    }

    /** As things go. */
    @GET
    @Path("{login}/salary")
    public AccountCard salary(@PathParam("login") String login) {
        throw new IllegalStateException("the salaries are not here");
    }
}

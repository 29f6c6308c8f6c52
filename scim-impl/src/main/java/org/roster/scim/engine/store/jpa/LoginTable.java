package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;

/**
 * Keeps {@code scim_password} in step with a document. Who has no password, and whoever changes something else, costs no
 * statement; the row of a resource that is deleted goes with it.
 *
 * @param em of the running transaction
 * @param owner whose row
 */
record LoginTable(EntityManager em, StoredResource owner) {

    void change(Optional<Login> before, Optional<Login> after) {
        if (before.equals(after)) {
            return;
        }
        // A hash of before the table may not have its row yet.
        boolean written = before.isPresent() && after.isPresent() && update(after.get());
        if (!written) {
            after.ifPresentOrElse(this::insert, this::delete);
        }
    }

    private void insert(Login login) {
        Parameters parameters = new Parameters();
        NativeQueries.execute(
                em,
                "insert into scim_password (resource_id, tenant, type, user_name, active, iterations, salt, hash) values ("
                        + String.join(
                                ", ",
                                parameters.add(owner.id()),
                                parameters.add(owner.tenant()),
                                parameters.add(owner.type()),
                                parameters.add(login.userName()),
                                parameters.add(active(login)),
                                parameters.add(login.iterations()),
                                parameters.add(login.salt()),
                                parameters.add(login.hash()))
                        + ")",
                parameters);
    }

    private boolean update(Login login) {
        Parameters parameters = new Parameters();
        String statement = "update scim_password set user_name = " + parameters.add(login.userName()) + ", active = "
                + parameters.add(active(login)) + ", iterations = " + parameters.add(login.iterations()) + ", salt = "
                + parameters.add(login.salt()) + ", hash = " + parameters.add(login.hash()) + " where resource_id = "
                + parameters.add(owner.id());
        return NativeQueries.execute(em, statement, parameters) > 0;
    }

    private void delete() {
        Parameters parameters = new Parameters();
        NativeQueries.execute(
                em, "delete from scim_password where resource_id = " + parameters.add(owner.id()), parameters);
    }

    private static int active(Login login) {
        return login.active() ? 1 : 0;
    }
}

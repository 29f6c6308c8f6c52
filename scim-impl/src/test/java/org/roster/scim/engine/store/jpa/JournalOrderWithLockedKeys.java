package org.roster.scim.engine.store.jpa;

import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.error.ScimException;
import org.roster.scim.resource.ScimResource;

/** What holds besides on a database that locks what a foreign key refers to. */
abstract class JournalOrderWithLockedKeys extends JournalOrderContract {

    JournalOrderWithLockedKeys(JpaResourceStore store, Transactions transactions) {
        super(store, transactions);
    }

    /** H2 does not lock what a foreign key refers to: there, a row of a member may outlive the member. Nobody sees it. */
    @Test
    void a_member_that_goes_for_good_while_it_is_added_is_out_of_the_journal_too() throws Exception {
        ScimResource group = directory.create(aGroup("Guides"));
        for (int round = 0; round < 20; round++) {
            ScimResource user = directory.create(aUser("user" + round));
            Callable<String> add = () -> {
                try {
                    directory.patch(
                            group, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + user.id() + "'}]}]");
                    return "added";
                } catch (ScimException e) {
                    return "refused";
                }
            };
            Callable<String> delete = () -> {
                directory.delete(user);
                return "deleted";
            };
            for (Future<String> done : threads.invokeAll(List.of(add, delete))) {
                done.get();
            }
        }
        new Replay(transactions, tenant).follow(50).mustBeTheState();
    }
}

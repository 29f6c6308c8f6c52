package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.journal.Change;
import org.roster.scim.engine.journal.ChangeJournal;
import org.roster.scim.engine.journal.Place;

@ExtendWith(Databases.class)
class JournalOrderOnH2Test extends JournalOrderContract {

    JournalOrderOnH2Test(Databases.OnH2 database) {
        super(database.store(), database.transactions());
    }

    @Test
    void a_backlog_of_many_is_put_in_order_piece_by_piece_and_read_once_each() {
        int backlog = 20_500;
        transactions.call(em -> em.createNativeQuery("insert into scim_change (id, resource_id, tenant, wave, "
                        + "resource_type, operation, version, actor, changed_at, change_json) select "
                        + "'0' || lpad(x, 8, '0'), 'r' || x, ?1, 0, 'User', 'created', 1, 'a', x, '{}' "
                        + "from system_range(1, " + backlog + ")")
                .setParameter(1, tenant)
                .executeUpdate());
        ChangeJournal journal = Replay.journal(transactions);
        List<Change> all = new ArrayList<>();
        List<Change> page = journal.read(tenant, Place.START, 3000);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = journal.read(tenant, page.get(page.size() - 1).place(), 3000);
        }
        assertThat(all).extracting(c -> c.time().toEpochMilli()).isSorted().doesNotHaveDuplicates();
        assertThat(all).hasSize(backlog);
        assertThat(all.stream().map(c -> c.place().wave()).distinct()).hasSize(3);
    }
}

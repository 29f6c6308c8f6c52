package org.roster.scim.it.soak;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must be true of the tables whatever happened: no row without its resource, and a journal from which the state follows.
 *
 * @param cluster whose database it is; what the loader put there has no journal
 */
record DirectoryCheck(Cluster cluster) {

    /** Each statement counts what must not be. */
    private static final Map<String, String> NEVER = new LinkedHashMap<>();

    private static final String JOURNALED = "(select resource_id, max(version) as last, min(version) as first, "
            + "count(*) as changes, count(case operation when 'created' then 1 end) as births, "
            + "max(case operation when 'deleted' then version else 0 end) as death from scim_change group by resource_id) c";

    private static final String MOVES =
            "(select resource_id as group_id, json_array_elements_text(change_json::json->'added') "
                    + "as member_id, 1 as sign from scim_change where change_json like '%\"added\"%' "
                    + "union all select resource_id, json_array_elements_text(change_json::json->'removed'), -1 "
                    + "from scim_change where change_json like '%\"removed\"%' "
                    + "union all select c.resource_id, m.member_id, m.added * 2 - 1 from scim_change c "
                    + "join scim_change_member m on m.list_id = c.change_json::json->>'list' "
                    + "where c.change_json like '%\"list\"%')";

    static {
        for (String column : new String[] {
            "scim_value.resource_id", "scim_unique.resource_id", "scim_member.group_id", "scim_member.member_id"
        }) {
            String[] parts = column.split("\\.", 2);
            NEVER.put(
                    "rows of " + parts[0] + " whose " + parts[1] + " is nobody",
                    "select count(*) from " + parts[0]
                            + " t where not exists (select 1 from scim_resource r where r.id = t." + parts[1] + ")");
        }
        NEVER.put(
                "users without their unique name or without rows to be found by",
                "select count(*) from scim_resource r where r.type = 'User' and (not exists (select 1 from scim_unique u "
                        + "where u.resource_id = r.id) or not exists (select 1 from scim_value v where v.resource_id = r.id))");
        NEVER.put(
                "resources whose changes have holes",
                "select count(*) from " + JOURNALED + " where c.changes <> c.last - c.first + 1 or c.first > 2 "
                        + "or (c.first = 1) <> (c.births = 1)");
        NEVER.put(
                "resources whose version is not that of the last change",
                "select count(*) from scim_resource r join " + JOURNALED
                        + " on c.resource_id = r.id where r.version <> c.last or c.death > 0");
        NEVER.put(
                "resources that were never loaded and have no change",
                "select count(*) from scim_resource r where (r.version > 1 or r.created > 1748736000000) "
                        + "and not exists (select 1 from scim_change c where c.resource_id = r.id)");
        NEVER.put(
                "changes of resources that are gone but were not deleted",
                "select count(*) from " + JOURNALED + " where c.death <> c.last "
                        + "and not exists (select 1 from scim_resource r where r.id = c.resource_id)");
        NEVER.put(
                "lists of members that no change names",
                "select count(*) from scim_change_member m where m.list_id not in (select c.change_json::json->>'list' "
                        + "from scim_change c where c.change_json like '%\"list\"%')");
        NEVER.put(
                "memberships of journaled groups that do not follow from their changes",
                "select count(*) from (select group_id, member_id, sum(sign) as there from " + MOVES
                        + " x group by group_id, member_id) j full join (select m.group_id, m.member_id from scim_member m "
                        + "where exists (select 1 from scim_change c where c.resource_id = m.group_id and c.version = 1)) s "
                        + "on s.group_id = j.group_id and s.member_id = j.member_id "
                        + "where (s.member_id is not null and coalesce(j.there, 0) <> 1) "
                        + "or (s.member_id is null and j.there <> 0 and exists "
                        + "(select 1 from scim_change c where c.resource_id = j.group_id and c.version = 1))");
        NEVER.put(
                "totals that are not what counting gives",
                "select count(*) from scim_total t where t.total + (select coalesce(sum(case c.operation when 'created' "
                        + "then 1 when 'deleted' then -1 else 0 end), 0) from scim_change c where c.tenant = t.tenant and "
                        + "c.resource_type = t.type and (c.wave = 0 or c.wave > t.wave)) <> (select count(*) from "
                        + "scim_resource r where r.tenant = t.tenant and r.type = t.type)");
    }

    /** Looks, and notes each of them. */
    void into(Findings findings) throws SQLException {
        for (Map.Entry<String, Long> count : counts().entrySet()) {
            findings.require(count.getKey(), 0L, count.getValue());
        }
    }

    /** How many there are of what must not be. */
    Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Map.Entry<String, String> never : NEVER.entrySet()) {
            counts.put(never.getKey(), cluster.number(never.getValue()));
        }
        return counts;
    }
}

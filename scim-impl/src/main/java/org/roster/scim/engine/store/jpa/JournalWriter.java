package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.database.Chain;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;

/**
 * Writes {@code scim_change}, one row for each new version of a resource, in the transaction that makes the version. The
 * package {@code org.roster.scim.engine.journal} says what the rows are good for and reads them.
 *
 * @param em of the running transaction
 * @param context who makes which request, and what permits it
 */
record JournalWriter(EntityManager em, RequestContext context) {

    /** In UTF-16 units: H2 counts these, the others count fewer. */
    private static final int LONGEST_ACTOR = 1000;

    private static final int LONGEST_RULE = 200;

    /** The columns of a resource that {@link #changedAsExpected} copies. */
    static final String COPIED = "id, tenant, type, version, last_modified";

    private static final String CHANGE =
            "scim_change (id, resource_id, tenant, wave, resource_type, operation, version, actor, "
                    + "changed_at, change_json, request_id, rule, address)";
    private static final int LONGEST_ADDRESS = 64;

    /** A log for the members of one change. */
    MemberLog members() {
        return new MemberLog(em, DateTimes.now().toEpochMilli());
    }

    void created(StoredResource stored, ChangeText text, MemberLog members) {
        write("created", stored, text.with(members));
    }

    void created(Chain chain, StoredResource stored, ChangeText text, MemberLog members) {
        write(chain, "created", stored, text.with(members));
    }

    void changed(StoredResource after, ChangeText text, MemberLog members) {
        write("changed", after, text.with(members));
    }

    void changed(Chain chain, StoredResource after, ChangeText text, MemberLog members) {
        write(chain, "changed", after, text.with(members));
    }

    /** The same if the resource, whose version the chain has counted up, has that one now. */
    void changedAsExpected(Chain chain, StoredResource after, ChangeText text, MemberLog members) {
        Parameters parameters = chain.parameters();
        String query = "select " + parameters.add(TimeOrderedId.next(after.lastModified()))
                + ", r.id, r.tenant, 0, r.type, 'changed', r.version, " + parameters.add(shortActor())
                + ", r.last_modified, " + parameters.add(text.with(members))
                + ", " + parameters.add(context.requestId()) + ", " + parameters.add(shortRule()) + ", "
                + parameters.add(shortAddress())
                + " from " + chain.source("scim_resource") + " r where r.id = " + parameters.add(after.id())
                + " and r.version = " + parameters.add(after.version());
        chain.insertFound(CHANGE, query, parameters);
    }

    /**
     * Writes that a resource goes, with all that it had, and that it leaves the groups that it is in. Call it before
     * anything is deleted: from here to the end of the transaction nobody can make it a member of anything.
     */
    void deleting(ResourceType type, StoredResource stored) {
        em.createNativeQuery("select id from scim_resource where id = ?1 for update")
                .setParameter(1, stored.id())
                .getResultList();
        long now = Math.max(DateTimes.now().toEpochMilli(), stored.lastModified() + 1);
        leaveGroups(stored, now);
        MemberLog members = members();
        if (type.membership().isPresent()) {
            members.chooseAll(stored.id());
        }
        JsonObject document = DocumentText.read(stored.document());
        write(
                "deleted",
                stored.changed(stored.document(), now),
                new ChangeText(type, document, JsonValue.EMPTY_JSON_OBJECT).with(members));
    }

    private void leaveGroups(StoredResource stored, long now) {
        int touched = new MemberTable(em).touchGroupsOf(stored.id(), now);
        if (touched == 0) {
            return;
        }
        // The newest of the groups decides about the time in the id: an id is greater than all earlier ones of its
        // resource.
        Object newest = em.createQuery("select max(r.lastModified) from ResourceRow r "
                        + "where r.id in (select m.groupId from MemberRow m where m.memberId = ?1)")
                .setParameter(1, stored.id())
                .getSingleResult();
        MemberLog left = members();
        left.removed(List.of(stored.id()));
        int written = newest instanceof Long time
                ? em.createNativeQuery("insert into " + CHANGE + " select ?1, r.id, r.tenant, 0, r.type, "
                                + "'changed', r.version, ?2, r.last_modified, ?3, ?5, ?6, ?7 from scim_resource r "
                                + "where r.id in "
                                + "(select m.group_id from scim_member m where m.member_id = ?4)")
                        .setParameter(1, TimeOrderedId.next(time))
                        .setParameter(2, shortActor())
                        .setParameter(3, left.json())
                        .setParameter(4, stored.id())
                        .setParameter(5, context.requestId())
                        .setParameter(6, shortRule())
                        .setParameter(7, shortAddress())
                        .executeUpdate()
                : 0;
        if (written != touched) {
            throw new Retries.Collision();
        }
    }

    private void write(String operation, StoredResource after, String text) {
        Parameters parameters = new Parameters();
        String row = row(operation, after, text, parameters);
        NativeQueries.execute(em, "insert into " + CHANGE + " values (" + row + ")", parameters);
    }

    private void write(Chain chain, String operation, StoredResource after, String text) {
        Parameters parameters = chain.parameters();
        chain.insert(CHANGE, row(operation, after, text, parameters), parameters);
    }

    private String row(String operation, StoredResource after, String text, Parameters parameters) {
        return Stream.of(
                        TimeOrderedId.next(after.lastModified()),
                        after.id(),
                        after.tenant(),
                        0,
                        after.type(),
                        operation,
                        after.version(),
                        shortActor(),
                        after.lastModified(),
                        text,
                        context.requestId(),
                        shortRule(),
                        shortAddress())
                .map(parameters::add)
                .collect(Collectors.joining(", "));
    }

    /** No principal of a realm has a name so long; if one has, its request shall not fail for it. */
    private String shortActor() {
        return shortened(context.caller().name(), LONGEST_ACTOR);
    }

    /** What a proxy says of a client may be anything. */
    private String shortAddress() {
        return shortened(context.address().replace('\0', '\uFFFD'), LONGEST_ADDRESS);
    }

    private String shortRule() {
        return shortened(context.rule(), LONGEST_RULE);
    }

    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, splits ? longest - 1 : longest);
    }
}

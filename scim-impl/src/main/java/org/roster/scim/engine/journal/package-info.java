/**
 * The journal: who changed what, when, and how it was before. The store writes {@code scim_change} in the transaction of the
 * change; this package reads it. Audit, events and outbound provisioning start with
 * {@link org.roster.scim.engine.journal.ChangeJournal}.
 *
 * <p>Who writes: the row must be in the transaction that the store runs, and only the store knows the version that came out
 * and which members really came or went. So the writer is in {@code store.jpa}, and what both
 * sides share is the migration {@code V3__journal} and {@link org.roster.scim.engine.journal.Waves}, which the store makes
 * too when it adds up its totals.
 *
 * <p>What a change is: one row for each version of a resource, without holes, which the database enforces. It has the old
 * and the new value of every attribute that differs; a creation has all the new ones, a deletion all the old ones, and the
 * deletion of a member is a change of each group that it leaves. Secrets are names without values. Members are ids that
 * really came or went: a single one stands in the row, several stand in {@code scim_change_member}, chosen by the database
 * before they move, so that emptying a group of 100,000 reads none of them.
 *
 * <p>In which order: an id or a number that is taken before the commit may become visible after a greater one, and a reader
 * that has passed it would never see it. Waiting long enough proves nothing, since a transaction may take any time. So no
 * order is given by the writer. A reader first puts the rows that are visible and have no place yet into the next
 * <em>wave</em>: it counts one row up, whose lock it holds until its commit, and marks them with the number. A row that
 * becomes visible later gets a later wave. Two waves are never made at once, so whoever sees one sees all before it, and none
 * gets new rows once it is seen. Places are (wave, id, resource), and a reader that remembers the last one skips nothing.
 *
 * <p>Inside a wave the order is that of the ids, which begin with the time of the change. Changes of one resource are in the
 * order of its versions, whatever the clocks of several nodes say: each moves {@code lastModified} forward by a millisecond
 * at least, while it holds the lock of the resource's row, and its id begins with that. Across waves the order of versions
 * holds as well, because version 6 can only be written when version 5 is visible. Changes of different resources by one node
 * are in the order in which they were made, but for pushes of a millisecond; by several nodes, in that of their clocks.
 *
 * <p>What it grows to: nothing is removed yet. The ids begin with their time, so old rows can be cut off by the primary keys.
 */
@NullMarked
package org.roster.scim.engine.journal;

import org.jspecify.annotations.NullMarked;

-- The groups that a member is in, in one row: it costs less to read one than several.

create view scim_groups_of as
select member_id, string_agg(group_id, ',') as group_ids from scim_member group by member_id;

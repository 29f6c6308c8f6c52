-- The groups that a member is in, in a row each: group_concat would cut off what it thinks too long.

create view scim_groups_of as
select member_id, group_id as group_ids from scim_member;

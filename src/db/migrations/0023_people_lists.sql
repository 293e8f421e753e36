-- The list of people at a million: who holds a role that few hold, and the few who have ended or asked to be forgotten.
create index role_grant_role on role_grant (role, person_id) where ended_at is null;
create index person_ended on person (ended_at) where ended_at is not null;
create index person_erasure on person (erasure_asked_at) where erasure_asked_at is not null;

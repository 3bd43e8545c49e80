-- What was uploaded and never came to belong to a matter is removed after a day; what belongs to one stays.
create index attachment_unlinked on attachment (tenant_id, at) where matter_id is null;
grant delete on attachment to aftercare_app;
create policy only_unlinked on attachment as restrictive for delete to aftercare_app using (matter_id is null);

-- The bell counts what is unread; the sender takes a few from each company in turn.
create index notice_unread on notice (tenant_id, person_id) where read_at is null;
create index outbox_turn on outbox (tenant_id, not_before) where sent_at is null;

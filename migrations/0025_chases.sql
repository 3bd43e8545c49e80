-- Calls that ask again stand in the register of calls by their own time; few of all events are such.
create index event_chases on event (tenant_id, occurred_at desc, stream, seq) where type = 'acted' and act = 'chase';

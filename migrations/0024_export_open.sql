-- Whether customers are named in full in an export that was made: what its line says later does not follow rights that changed since. Null until it is made.
alter table export_job add column open boolean;

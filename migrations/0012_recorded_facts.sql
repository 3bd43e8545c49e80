-- What was done though a rule forbids it is written down as a fact (如实记录) and stands in the register beside what was refused.
alter table refusal add column recorded boolean not null default false;

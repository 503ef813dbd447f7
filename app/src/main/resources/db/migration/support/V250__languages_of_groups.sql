-- A group by readiness may be held in a language that some students need.
alter table support.block_group add column language text check (length(language) between 1 and 40);

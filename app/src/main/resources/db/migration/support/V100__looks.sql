-- Room: support. What the last look at each student rested on, so that the next day only those who are due are looked at.

create table support.looked (
    student_id  uuid primary key,
    district_id uuid not null,
    basis       text not null,                 -- the curriculum and the kind of look
    changes     bigint not null,               -- how often the student's judgements had changed before it
    again_at    timestamptz                    -- when time alone may change what is to be seen; null: never
) with (fillfactor = 70);
alter table support.looked enable row level security;
create policy same_district on support.looked using (district_id = (select access.current_district()));
grant select, insert, update, delete on support.looked to ownpath_app;

-- Room: support. Whether students were at school, as the school's own system tells it; and the signal of those who miss much.

create table support.school_day (
    student_id  uuid not null,
    day         date not null,
    district_id uuid not null,
    presence    text not null check (presence in ('present', 'late', 'excused', 'absent')),
    told_at     timestamptz not null,
    primary key (student_id, day)
);
alter table support.school_day enable row level security;
create policy same_district on support.school_day using (district_id = (select access.current_district()));
grant select, insert on support.school_day to ownpath_app;
grant update (presence, told_at) on support.school_day to ownpath_app;

-- The kinds of signals are checked by the product: the database keeps their form only.
alter table support.signal drop constraint signal_kind_check;
alter table support.signal add constraint signal_kind_check check (kind ~ '^[a-z]{1,30}$');

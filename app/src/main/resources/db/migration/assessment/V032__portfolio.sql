-- Room: assessment. What students keep of their work, what they say of it, and how they rate themselves.

create table assessment.portfolio_piece (
    id               uuid primary key,
    district_id      uuid not null,
    student_id       uuid not null,
    made_on          date not null,
    title            text not null,
    body             text not null,
    link             text not null,
    artifacts        text[] not null,          -- SHA-256 of each, in hexadecimal
    competencies     uuid[] not null,
    reflection       text not null,
    kept_at          timestamptz not null,
    removed_at       timestamptz
);
create index on assessment.portfolio_piece (district_id, student_id, made_on desc);
alter table assessment.portfolio_piece enable row level security;
create policy same_district on assessment.portfolio_piece using (district_id = (select access.current_district()));
grant select, insert on assessment.portfolio_piece to ownpath_app;
grant update (reflection, removed_at) on assessment.portfolio_piece to ownpath_app;

-- Where the student says the work is. It stands beside the judgement and never enters it.
create table assessment.self_rating (
    piece_id      uuid not null references assessment.portfolio_piece,
    competency_id uuid not null,
    district_id   uuid not null,
    rating        double precision not null,
    rated_at      timestamptz not null,
    primary key (piece_id, competency_id)
);
alter table assessment.self_rating enable row level security;
create policy same_district on assessment.self_rating using (district_id = (select access.current_district()));
grant select, insert, update on assessment.self_rating to ownpath_app;

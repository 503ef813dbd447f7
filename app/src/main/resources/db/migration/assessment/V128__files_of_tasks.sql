-- Room: assessment. Files that go with a task, for the student to use.

alter table assessment.task_edition add column files text[] not null default '{}'; -- SHA-256 of each, in hexadecimal

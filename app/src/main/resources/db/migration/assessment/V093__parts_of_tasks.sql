-- Room: assessment. A task may have parts, each with its own place for an answer.

alter table assessment.task_edition add column parts text[] not null default '{}';

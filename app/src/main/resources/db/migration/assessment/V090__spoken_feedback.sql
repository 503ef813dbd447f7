-- Room: assessment. Feedback is also spoken, or a file: SHA-256 of each, in hexadecimal.

alter table assessment.score add column artifacts text[] not null default '{}';

-- Room: messages. What kinds of notices there are is said in one place, the program.

alter table messages.notice drop constraint notice_kind_check;

-- What somebody was told, and what others were told of them, goes with them; it is counted nowhere.

create function messages.forget(whom uuid) returns void
    language plpgsql security definer set search_path = '' as $$
declare here uuid := access.current_district();
begin
    delete from messages.notice where district_id = here and (reader_id = whom or student_id = whom);
    delete from messages.mail where district_id = here and reader_id = whom;
    delete from messages.choice where district_id = here and person_id = whom;
    delete from messages.stop_link where district_id = here and person_id = whom;
end $$;
revoke execute on function messages.forget(uuid) from public;
grant execute on function messages.forget(uuid) to ownpath_app;

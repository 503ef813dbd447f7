-- Room: assessment. Forgetting a student frees what the student has booked; forgetting a teacher ends what the teacher offers.

create function assessment.forget_times(whom uuid) returns void
    language plpgsql security definer set search_path = '' as $$
declare here uuid := access.current_district();
begin
    update assessment.booking set freed_at = coalesce(freed_at, now()) where demonstration_id in
        (select d.id from assessment.demonstration d where d.student_id = whom and d.district_id = here);
    update assessment.open_time set place = '', withdrawn_at = coalesce(withdrawn_at, now())
        where teacher_id = whom and district_id = here;
end $$;
revoke execute on function assessment.forget_times(uuid) from public;
grant execute on function assessment.forget_times(uuid) to ownpath_app;

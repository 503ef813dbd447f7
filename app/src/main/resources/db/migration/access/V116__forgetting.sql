-- Forgetting who a person was. Each room forgets by a function of its own, which alone may change what is otherwise
-- only added to: names, words, files and ways in go; what is counted stays, under an id that names nobody.
-- Every function holds to the district of the current work.

create function access.forget(whom uuid) returns void
    language plpgsql security definer set search_path = '' as $$
declare here uuid := access.current_district();
        erased uuid;
begin
    select a.id into erased from access.account a where a.person_id = whom and a.district_id = here;
    if erased is null then return; end if;
    delete from access.recovery_code where account_id = erased;
    delete from access.second_factor where account_id = erased;
    delete from access.passkey where account_id = erased;
    delete from access.class_card where account_id = erased;
    delete from access.school_identity where account_id = erased;
    delete from access.sign_in_link where account_id = erased;
    update access.api_token set revoked_at = coalesce(revoked_at, now()), name = 'Erased' where account_id = erased;
    update access.account set sign_in_name = 'erased ' || id, display_name = 'Somebody who was erased',
        password_hash = 'none', disabled_at = coalesce(disabled_at, now()) where id = erased;
end $$;

create function roster.forget(whom uuid) returns void
    language plpgsql security definer set search_path = '' as $$
declare here uuid := access.current_district();
begin
    update roster.person set given_name = 'Erased', family_name = 'person', email = null, birth_date = null,
        active = false, source = 'erased', source_id = id::text where id = whom and district_id = here;
    -- a roster's own keys may be made of names
    update roster.guardianship set active = false, source = 'erased', source_id = id::text
        where district_id = here and (student_id = whom or guardian_id = whom);
    update roster.membership set active = false, source = 'erased', source_id = id::text
        where district_id = here and person_id = whom;
    update roster.restriction set reason = 'Erased'
        where district_id = here and (student_id = whom or guardian_id = whom);
    delete from roster.demographics where student_id = whom and district_id = here;
end $$;

create function evidence.forget(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    update evidence.entry set note = null, artifacts = null, reason = case when replaces is null then null else 'erased' end
    where student_id = whom and district_id = access.current_district()
      and (note is not null or artifacts is not null or reason is not null);
$$;

create function assessment.forget(whom uuid) returns void
    language plpgsql security definer set search_path = '' as $$
declare here uuid := access.current_district();
        shown uuid[] := array(select d.id from assessment.demonstration d where d.student_id = whom and d.district_id = here);
        tries uuid[] := array(select a.id from assessment.attempt a where a.student_id = whom and a.district_id = here);
begin
    update assessment.demonstration set title = 'Erased', note = '', practised = '' where id = any(shown);
    update assessment.step set words = '' where demonstration_id = any(shown);
    update assessment.work set body = '', link = '', artifacts = '{}' where demonstration_id = any(shown);
    update assessment.score set feedback = '', next_step = '', artifacts = '{}' where demonstration_id = any(shown);
    update assessment.outside_link set name = 'Erased', revoked_at = coalesce(revoked_at, now()) where demonstration_id = any(shown);
    delete from assessment.self_rating where piece_id in
        (select p.id from assessment.portfolio_piece p where p.student_id = whom and p.district_id = here);
    delete from assessment.portfolio_piece where student_id = whom and district_id = here;
    update assessment.response set answer = '{}' where attempt_id = any(tries);
    update assessment.response_score set comment = '' where attempt_id = any(tries);
    delete from assessment.accommodation where student_id = whom and district_id = here;
    update assessment.claim set place = 'Erased', artifacts = '{}' where demonstration_id = any(shown);
end $$;

create function pathway.forget(whom uuid) returns void
    language plpgsql security definer set search_path = '' as $$
declare here uuid := access.current_district();
        goals uuid[] := array(select g.id from pathway.goal g where g.student_id = whom and g.district_id = here);
begin
    update pathway.goal set reason = 'Erased', title = case when title is null then null else 'Erased' end where id = any(goals);
    update pathway.goal_step set words = '' where goal_id = any(goals);
    delete from pathway.goal_words where district_id = here and (goal_id = any(goals) or person_id = whom);
    update pathway.planned_activity set words = 'Erased'
        where student_id = whom and district_id = here and words is not null;
end $$;

create function credential.forget(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    update credential.shared_link set recipient = 'Erased', revoked_at = coalesce(revoked_at, now())
    where student_id = whom and district_id = access.current_district();
$$;

create function support.forget(whom uuid) returns void
    language plpgsql security definer set search_path = '' as $$
declare here uuid := access.current_district();
        plans uuid[] := array(select p.id from support.plan p where p.student_id = whom and p.district_id = here);
begin
    delete from support.plan_words where district_id = here and (plan_id = any(plans) or person_id = whom);
    update support.plan set aim = 'Erased', steps = array['Erased'] where id = any(plans);
    update support.plan_session set note = '' where plan_id = any(plans);
    update support.plan_closing set why = 'Erased' where plan_id = any(plans);
    update support.snooze set reason = 'Erased' where student_id = whom and district_id = here;
end $$;

revoke execute on function access.forget(uuid), roster.forget(uuid), evidence.forget(uuid), assessment.forget(uuid),
    credential.forget(uuid), support.forget(uuid), pathway.forget(uuid) from public;
grant execute on function access.forget(uuid), roster.forget(uuid), evidence.forget(uuid), assessment.forget(uuid),
    credential.forget(uuid), support.forget(uuid), pathway.forget(uuid) to ownpath_app;

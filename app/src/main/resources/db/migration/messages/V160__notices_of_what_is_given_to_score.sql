-- Room: messages. Who wants to hear that a student asks is also told what a colleague gives them to score.

update messages.choice set kinds = array_append(kinds, 'given_to_score')
where 'showing_asked' = any (kinds) and not 'given_to_score' = any (kinds);

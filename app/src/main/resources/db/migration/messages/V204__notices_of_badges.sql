-- Room: messages. Who wants to hear that something was mastered is also told of badges.

update messages.choice set kinds = array_append(kinds, 'badge_given')
where 'mastered' = any (kinds) and not 'badge_given' = any (kinds);

-- What an answer said is told apart by its words alone now: where it was sent to may have been merged since, and is
-- asked of the post itself. What was sent before is known by its name, as it was before words were kept.
update submission set print = '' where content_type = 'post';

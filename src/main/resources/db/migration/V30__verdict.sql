-- Who reported a post is told what moderators decided.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check
    check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark', 'poll',
                      'approved', 'declined', 'hidden', 'restored', 'deleted',
                      'admitted', 'role', 'request', 'reported', 'verdict', 'reminder'));

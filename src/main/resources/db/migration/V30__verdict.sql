-- What people are told of: what moderators decided about a report of theirs, what helped, how a trial went, where a
-- discussion went, that they were removed, and versions of what they saved, used or decide about, among others.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check
    check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark', 'helped', 'tried', 'poll',
                      'approved', 'declined', 'hidden', 'restored', 'deleted', 'moved', 'corrected',
                      'version', 'version_proposed', 'version_declined',
                      'admitted', 'role', 'removed', 'request', 'reported', 'verdict', 'reminder'));

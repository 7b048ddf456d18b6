package rounds.interchange;

import jakarta.inject.Singleton;

import rounds.identity.Handles;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;

import java.util.List;
import java.util.Objects;

/// Takes the sample communities and people away, and nothing else. Whatever sample people wrote in
/// communities that stay is kept, by somebody without an account: others have answered it.
@Singleton
class SampleRemoval {
    private static final int AT_ONCE = 50;
    private static final String STAND_IN = "sample-removed";

    private final SampleRepository sample;
    private final TraceRepository traces;
    private final MarkRepository marks;
    private final Transactions transactions;
    private final Changes changes;

    SampleRemoval(
            SampleRepository sample,
            TraceRepository traces,
            MarkRepository marks,
            Transactions transactions,
            Changes changes) {
        this.sample = sample;
        this.traces = traces;
        this.marks = marks;
        this.transactions = transactions;
        this.changes = changes;
    }

    Sample.Removed run() {
        int discussions = 0;
        int posts = 0;
        int resources = 0;
        List<Long> communities = transactions.system(sample::communities);
        for (long community : communities) {
            Sample.Removed step = discussions(community);
            while (step.discussions() > 0) {
                discussions += step.discussions();
                posts += step.posts();
                step = discussions(community);
            }
            int taken = resources(community);
            while (taken > 0) {
                resources += taken;
                taken = resources(community);
            }
            while (stories(community) || topics(community) || terms(community)) {
                // Some at a time, as above.
            }
            transactions.system(() -> {
                sample.removeCommunity(community);
                changes.appendAll(
                        List.of(new ContentRef(ContentType.COMMUNITY, community)), What.AUDIENCE);
                return community;
            });
        }
        Sample.Removed people = transactions.system(this::people);
        return new Sample.Removed(
                communities.size(), people.people(), discussions, posts, resources, people.kept());
    }

    private int resources(long community) {
        return transactions.system(() -> {
            List<Long> ids = sample.resources(community, AT_ONCE);
            sample.removeResources(ids.toArray(Long[]::new));
            changes.appendAll(refs(ContentType.RESOURCE, ids), What.AUDIENCE);
            return ids.size();
        });
    }

    private boolean stories(long community) {
        return transactions.system(() -> {
            List<Long> ids = sample.stories(community, AT_ONCE);
            sample.removeStories(ids.toArray(Long[]::new));
            changes.appendAll(refs(ContentType.CASE_STORY, ids), What.AUDIENCE);
            return !ids.isEmpty();
        });
    }

    private boolean topics(long community) {
        return transactions.system(() -> {
            List<Long> ids = sample.topics(community, AT_ONCE);
            sample.removeTopics(ids.toArray(Long[]::new));
            changes.appendAll(refs(ContentType.TOPIC, ids), What.AUDIENCE);
            return !ids.isEmpty();
        });
    }

    private boolean terms(long community) {
        return transactions.system(() -> {
            List<Long> ids = sample.terms(community, AT_ONCE);
            sample.removeTerms(ids.toArray(Long[]::new));
            changes.appendAll(refs(ContentType.TERM, ids), What.AUDIENCE);
            return !ids.isEmpty();
        });
    }

    private Sample.Removed discussions(long community) {
        return transactions.system(() -> {
            List<Long> ids = sample.discussions(community, AT_ONCE);
            Long[] all = ids.toArray(Long[]::new);
            List<Long> answers = sample.answers(all);
            sample.removeDiscussions(all);
            changes.appendAll(refs(ContentType.DISCUSSION, ids), What.AUDIENCE);
            changes.appendAll(refs(ContentType.POST, answers), What.AUDIENCE);
            return new Sample.Removed(0, 0, ids.size(), ids.size() + answers.size(), 0, 0);
        });
    }

    private Sample.Removed people() {
        List<Long> ids = sample.personIds();
        Long[] all = ids.toArray(Long[]::new);
        List<Long> posts = traces.posts(all);
        List<Long> discussions = traces.discussions(all);
        List<Long> resources = traces.resources(all);
        traces.removeReports(all);
        marks.recountReactions(traces.removeReactions(all).toArray(Long[]::new));
        traces.countOut(all);
        traces.countOutUse(all);
        List<Long> stories = traces.stories(all);
        traces.countOutStories(stories.toArray(Long[]::new), all);
        List<Long> topics = traces.topics(all);
        traces.countOutTopics(all);
        give(all);
        traces.removeMemberships(all);
        traces.removePeople(all);
        changes.appendAll(refs(ContentType.PERSON, ids), What.AUDIENCE);
        changes.appendAll(refs(ContentType.POST, posts), What.EDITED);
        changes.appendAll(refs(ContentType.DISCUSSION, discussions), What.EDITED);
        changes.appendAll(refs(ContentType.RESOURCE, resources), What.EDITED);
        changes.appendAll(refs(ContentType.CASE_STORY, stories), What.EDITED);
        changes.appendAll(refs(ContentType.TOPIC, topics), What.EDITED);
        return new Sample.Removed(
                0, ids.size(), 0, 0, 0, posts.size() + discussions.size() + resources.size());
    }

    private void give(Long[] people) {
        if (traces.areLeftBy(people)) {
            long standIn = traces.standIn(STAND_IN).orElseGet(this::newStandIn);
            traces.givePosts(people, standIn);
            traces.giveDiscussions(people, standIn);
            traces.giveRevisions(people, standIn);
            traces.giveMarks(people, standIn);
            traces.giveDecisions(people, standIn);
            traces.giveLog(people, standIn);
            traces.giveResources(people, standIn);
            traces.giveVersions(people, standIn);
            traces.giveStories(people, standIn);
            traces.giveTopics(people, standIn);
            traces.giveTerms(people, standIn);
        }
    }

    private long newStandIn() {
        long id = Ids.next();
        String handle =
                new FreeHandles(shapes -> List.of())
                        .give(STAND_IN + "-" + Ids.text(id).substring(8));
        traces.insertStandIn(id, handle, Handles.shape(handle), "Removed sample person", STAND_IN);
        return id;
    }

    private static List<ContentRef> refs(ContentType type, List<Long> ids) {
        return ids.stream().filter(Objects::nonNull).map(id -> new ContentRef(type, id)).toList();
    }
}

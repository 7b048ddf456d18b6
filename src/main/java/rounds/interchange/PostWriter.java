package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.interchange.PostRepository.Place;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes posts in, each at its place in its discussion.
@Singleton
class PostWriter {
    private final PostRepository posts;
    private final DiscussionRepository discussions;
    private final PersonWriter people;
    private final MembershipWriter memberships;
    private final Markdown markdown;
    private final Rows rows;
    private final Changes changes;

    PostWriter(
            PostRepository posts,
            DiscussionRepository discussions,
            PersonWriter people,
            MembershipWriter memberships,
            Markdown markdown,
            Rows rows,
            Changes changes) {
        this.posts = posts;
        this.discussions = discussions;
        this.people = people;
        this.memberships = memberships;
        this.markdown = markdown;
        this.rows = rows;
        this.changes = changes;
    }

    /// The places of those posts that are here, by every key that may mean them.
    Map<String, Place> find(Collection<String> keys) {
        Map<String, Place> places = new HashMap<>();
        for (Place place : posts.find(keys.toArray(String[]::new), Found.ownIds(keys))) {
            places.put(Ids.text(place.id()), place);
            if (place.sourceId() != null) {
                places.put(place.sourceId(), place);
            }
        }
        return places;
    }

    void write(
            List<Numbered<Line.Post>> lines, Map<String, Body> bodies, Run run, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        Set<String> threadKeys = new HashSet<>();
        Set<String> authorKeys = new HashSet<>();
        Set<String> postKeys = new HashSet<>();
        for (Numbered<Line.Post> numbered : lines) {
            Line.Post post = numbered.line();
            threadKeys.add(post.discussion());
            authorKeys.add(post.author());
            postKeys.addAll(keys(post));
            if (post.replyTo() != null) {
                postKeys.add(post.replyTo());
            }
        }
        Map<String, Growth> threads = lock(threadKeys);
        Map<String, Place> places = find(postKeys);
        Map<String, Long> authors = people.find(authorKeys, run);
        Added added = new Added();
        for (Numbered<Line.Post> numbered : lines) {
            Line.Post post = numbered.line();
            if (keys(post).stream().anyMatch(places::containsKey)) {
                outcome.already(1);
                continue;
            }
            Growth thread = threads.get(post.discussion());
            Long author = authors.get(post.author());
            Place parent = post.replyTo() == null ? opening(thread) : places.get(post.replyTo());
            if (thread == null) {
                outcome.wait(numbered.number(), "the discussion", post.discussion());
            } else if (author == null) {
                outcome.wait(numbered.number(), "the person", post.author());
            } else if (post.replyTo() != null && parent == null) {
                outcome.wait(numbered.number(), "the post it answers,", post.replyTo());
            } else if (Boolean.FALSE.equals(post.opens()) && parent == null) {
                outcome.wait(
                        numbered.number(), "the opening post of the discussion", post.discussion());
            } else if (parent != null && parent.discussionId() != thread.thread().id()) {
                outcome.refuse(numbered.number(), "it answers a post of another discussion");
            } else {
                added.add(post, thread, author, parent, body(post, bodies), places);
            }
        }
        insert(added, run, outcome);
    }

    private static @Nullable Place opening(@Nullable Growth thread) {
        return thread == null ? null : thread.opening();
    }

    private Body body(Line.Post post, Map<String, Body> bodies) {
        Body ready = bodies.get(post.key());
        return ready == null ? Body.of(post, markdown) : ready;
    }

    static List<String> keys(Line.Post post) {
        return post.ownId() == null
                ? List.of(post.key())
                : List.of(post.key(), Ids.text(post.ownId()));
    }

    private Map<String, Growth> lock(Set<String> keys) {
        Map<String, Growth> threads = new HashMap<>();
        for (ThreadRow row : discussions.lock(keys.toArray(String[]::new), Found.ownIds(keys))) {
            Growth thread = new Growth(row);
            threads.put(Ids.text(row.id()), thread);
            if (row.sourceId() != null) {
                threads.put(row.sourceId(), thread);
            }
        }
        return threads;
    }

    private void insert(Added added, Run run, Outcome outcome) {
        if (added.rows.isEmpty()) {
            return;
        }
        memberships.join(added.firstPosts, run, outcome);
        posts.insert(rows.json(added.rows));
        added.name(posts);
        discussions.count(rows.json(added.grown.stream().map(Growth::row).toList()));
        changes.appendAll(added.contents, What.CREATED);
        added.opened.forEach(outcome::opened);
        outcome.posts(added.rows.size());
    }

    /// The posts of a batch that are new.
    private static final class Added {
        private final List<PostRow> rows = new ArrayList<>();
        private final Set<Growth> grown = new HashSet<>();
        private final List<Long> opened = new ArrayList<>();
        private final List<ContentRef> contents = new ArrayList<>();
        private final List<Long> naming = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final Map<Run.Pair, Instant> firstPosts = new HashMap<>();

        void add(
                Line.Post post,
                Growth growth,
                long author,
                @Nullable Place parent,
                Body body,
                Map<String, Place> places) {
            ThreadRow thread = growth.thread();
            Place place = growth.place(body.id(), post, author, parent);
            places.put(post.key(), place);
            places.put(Ids.text(place.id()), place);
            grown.add(growth);
            // The opening post is found as its discussion.
            if (parent == null) {
                opened.add(thread.id());
                contents.add(new ContentRef(ContentType.DISCUSSION, thread.id()));
            } else {
                contents.add(new ContentRef(ContentType.POST, place.id()));
            }
            firstPosts.merge(
                    new Run.Pair(thread.communityId(), author), post.created(), Added::earlier);
            rows.add(row(post, thread, author, parent, place, body));
            for (String name : body.names()) {
                naming.add(place.id());
                names.add(name);
            }
        }

        void name(PostRepository posts) {
            if (!names.isEmpty()) {
                posts.name(naming.toArray(Long[]::new), names.toArray(String[]::new));
            }
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private static PostRow row(
                Line.Post post,
                ThreadRow thread,
                long author,
                @Nullable Place parent,
                Place place,
                Body body) {
            return new PostRow(
                    place.id(),
                    thread.id(),
                    thread.communityId(),
                    place.number(),
                    parent == null ? null : parent.id(),
                    parent == null ? null : parent.number(),
                    place.path(),
                    place.depth(),
                    author,
                    post.body(),
                    body.html().value(),
                    body.version(),
                    post.language() == null ? thread.language() : post.language(),
                    post.visibility() == null ? thread.visibility() : post.visibility(),
                    post.state(),
                    post.goneReason(),
                    post.created().toString(),
                    post.edited() == null ? null : post.edited().toString(),
                    Found.sourceId(post.key(), place.id()));
        }
    }
}

package rounds.forum;

import io.micronaut.context.BeanProvider;

import jakarta.inject.Singleton;

import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.Titled;
import rounds.platform.database.Ids;
import rounds.platform.database.Keyset;
import rounds.platform.entry.Tongue;
import rounds.platform.mail.Wording;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/// Completes posts for the one who reads them, inside her transaction: what the content is called
/// that they link to, and which other posts link to them. Both are asked in one statement for all
/// posts together, and only where there is something to ask.
@Singleton
final class References {
    private final BeanProvider<ContentOwner> owners;
    private final LinkRepository rows;
    private final Wording wording;

    References(BeanProvider<ContentOwner> owners, LinkRepository rows, Wording wording) {
        this.owners = owners;
        this.rows = rows;
        this.wording = wording;
    }

    Post filled(Post post) {
        return filled(List.of(post)).getFirst();
    }

    List<Post> filled(List<Post> posts) {
        return linked(named(posts));
    }

    /// The same of HTML that is no post's.
    ///
    /// @param language in which content is spoken of that the reader cannot open
    String filled(String html, String language) {
        return Links.areUnfilledIn(html)
                ? filled(html, language, titles(wanted(List.of(html))))
                : html;
    }

    /// The same of several texts at once.
    Map<String, String> filled(Collection<String> htmls, String language) {
        List<String> unfilled = htmls.stream().filter(Links::areUnfilledIn).distinct().toList();
        if (unfilled.isEmpty()) {
            return Map.of();
        }
        Map<ContentRef, Titled> titles = titles(wanted(unfilled));
        return unfilled.stream()
                .collect(Collectors.toMap(html -> html, html -> filled(html, language, titles)));
    }

    /// The words of texts as they were typed, for a line that says what they are about: links in
    /// them are read as what they lead to is called.
    Map<String, String> spoken(Collection<String> texts) {
        var wanted = new LinkedHashSet<ContentRef>();
        for (String text : texts) {
            Matcher link = Links.typed(text);
            while (link.find()) {
                if (link.group(1) != null && Ids.isId(link.group(2))) {
                    wanted.add(ref(link));
                }
            }
        }
        Map<ContentRef, Titled> titles = wanted.isEmpty() ? Map.of() : titles(wanted);
        return texts.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                text -> text,
                                text ->
                                        Links.typed(text)
                                                .replaceAll(found ->
                                                        Matcher.quoteReplacement(
                                                                spoken(found, titles, text)))));
    }

    private String spoken(MatchResult link, Map<ContentRef, Titled> titles, String text) {
        if (link.group(1) == null) {
            return "…";
        }
        if (link.group(3) != null && !link.group(3).isBlank()) {
            return link.group(3).strip();
        }
        if (!Ids.isId(link.group(2))) {
            return link.group();
        }
        Titled titled = titles.get(ref(link));
        return titled == null
                ? wording.text(Tongue.of(text, "en"), "forum.pointer.closed", List.of())
                : titled.title();
    }

    private static ContentRef ref(MatchResult link) {
        return Links.ref(link.group(1), link.group(2).toLowerCase(Locale.ROOT));
    }

    /// Without what links to them.
    List<Post> named(List<Post> posts) {
        List<String> unfilled =
                posts.stream().map(Post::html).filter(Links::areUnfilledIn).toList();
        if (unfilled.isEmpty()) {
            return posts;
        }
        Map<ContentRef, Titled> titles = titles(wanted(unfilled));
        return posts.stream()
                .map(post ->
                        Links.areUnfilledIn(post.html())
                                ? post.withHtml(filled(post.html(), post.language(), titles))
                                : post)
                .toList();
    }

    private List<Post> linked(List<Post> posts) {
        Long[] asked =
                posts.stream()
                        .filter(post -> post.linkedFrom() == LinkedFrom.UNREAD)
                        .map(Post::id)
                        .toArray(Long[]::new);
        if (asked.length == 0) {
            return posts;
        }
        Map<Long, List<Referrer>> found =
                rows.referrers(asked, Keyset.LAST, Long.MAX_VALUE, LinkedFrom.SHOWN + 1).stream()
                        .collect(
                                Collectors.groupingBy(
                                        ReferrerRow::target,
                                        Collectors.mapping(
                                                ReferrerRow::referrer, Collectors.toList())));
        return posts.stream()
                .map(post ->
                        post.linkedFrom() == LinkedFrom.UNREAD
                                ? post.with(newest(found.getOrDefault(post.id(), List.of())))
                                : post)
                .toList();
    }

    private static LinkedFrom newest(List<Referrer> found) {
        return new LinkedFrom(
                found.stream().limit(LinkedFrom.SHOWN).toList(), found.size() > LinkedFrom.SHOWN);
    }

    private static Set<ContentRef> wanted(Collection<String> htmls) {
        var wanted = new LinkedHashSet<ContentRef>();
        for (String html : htmls) {
            Matcher link = Links.unfilled(html);
            while (link.find()) {
                wanted.add(Links.ref(link.group(1), link.group(2)));
            }
        }
        return wanted;
    }

    private Map<ContentRef, Titled> titles(Set<ContentRef> wanted) {
        var titles = new HashMap<ContentRef, Titled>();
        for (ContentOwner owner : owners) {
            var types = new HashSet<>(owner.types());
            List<ContentRef> its =
                    wanted.stream().filter(content -> types.contains(content.type())).toList();
            if (!its.isEmpty()) {
                owner.titles(its).forEach(one -> titles.put(one.content(), one));
            }
        }
        return titles;
    }

    private String filled(String html, String language, Map<ContentRef, Titled> titles) {
        Matcher link = Links.unfilled(html);
        return link.replaceAll(found -> {
            Titled titled = titles.get(Links.ref(found.group(1), found.group(2)));
            String shown =
                    titled == null
                            ? "<span class=\"to\">"
                                    + escaped(
                                            wording.text(
                                                    language, "forum.pointer.closed", List.of()))
                                    + "</span>"
                            : "<a class=\"to\" href=\""
                                    + escaped(titled.path())
                                    + "\">"
                                    + escaped(titled.title())
                                    + "</a>";
            return Matcher.quoteReplacement(shown);
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;");
    }
}

package rounds.kernel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// What a content feature shows of itself to features that know no content: search and
/// notifications reach discussions, resources and case stories through this.
public interface ContentOwner {

    /// The types this feature owns.
    List<ContentType> types();

    /// The kinds by which its contents can be told apart, as somebody types them.
    default List<String> kinds() {
        return List.of();
    }

    /// Which of these tags communities store as others, read through the wall by the viewer of the
    /// running transaction.
    ///
    /// @param tags in lower case and without accents
    default List<MergedTag> merged(Collection<String> tags) {
        return List.of();
    }

    /// The groups of this feature's contents in which there is something that the viewer of the
    /// running transaction has not seen, the newest first.
    default List<Long> unread(int most) {
        return List.of();
    }

    /// The discussions, documents and stories that somebody put together under this id, read
    /// through the wall by the viewer of the running transaction.
    default List<Long> gathered(long id) {
        return List.of();
    }

    /// What these words stand for in the communities that the viewer of the running transaction
    /// reads: abbreviations with their other spellings and what they are short for.
    ///
    /// @param words in lower case and without accents
    default List<Meant> meant(Collection<String> words) {
        return List.of();
    }

    /// The current rows as the indexer takes them, read by the system's own role. Content that is
    /// gone is absent.
    List<Indexable> indexable(ContentType type, Collection<Long> ids);

    /// What else has to be read again when the audience of this content changes, in steps: ids
    /// after `after`, in order.
    List<Long> below(ContentRef content, ContentType type, long after, int limit);

    /// All ids of a type in order, in steps, to build the index anew and to compare it with the
    /// database.
    List<Long> idsAfter(ContentType type, long after, int limit);

    /// These, read through the wall by the viewer of the running transaction. What it may not read
    /// is absent.
    List<Excerpt> readable(ContentType type, Collection<Long> ids);

    /// What these are called, read through the wall by the viewer of the running transaction, in
    /// one statement. What it may not read is absent.
    ///
    /// @param contents of types that this feature owns
    default List<Titled> titles(Collection<ContentRef> contents) {
        return List.of();
    }

    /// What is due in that community to be looked at again, the longest due first, read through the
    /// wall by the viewer of the running transaction.
    default List<Reviewable> due(long communityId, LocalDate today, int limit) {
        return List.of();
    }

    /// What is due that nobody was told of yet, of all communities, read by the system's own role.
    /// Who is told then, says [#renewals] with the outcome `review_due`.
    default List<Overdue> overdue(LocalDate today, int limit) {
        return List.of();
    }

    /// What notifications must know of these, read by the system's own role. Content that is gone
    /// is absent.
    default List<Notable> notable(ContentType type, Collection<Long> ids) {
        return List.of();
    }

    /// Who has written in this, as far as it can be read, also where that is told to nobody; read
    /// by the system's own role.
    default List<Long> writers(ContentRef group) {
        return List.of();
    }

    /// The marks that others have put on these and not taken back, read by the system's own role;
    /// of each person and content the newest word and, apart from it, how it went and that it
    /// helped; of one content the newest 100; the oldest first.
    default List<Mark> marks(ContentType type, Collection<Long> ids) {
        return List.of();
    }

    /// The marks of these people on this that stand, read by the system's own role.
    default List<Mark> marking(ContentRef content, Collection<Long> people) {
        return List.of();
    }

    /// The latest versions of these beside their first ones, read by the system's own role.
    default List<Renewal> renewals(ContentType type, Collection<Long> ids) {
        return List.of();
    }

    /// The contents of this feature that lean on these, as a summary leans on what it cites, and
    /// whose keepers are to be told now that these have changed or gone; they count as told from
    /// then on. Read and written by the system's own role.
    default List<ContentRef> leaning(Collection<ContentRef> changed) {
        return List.of();
    }

    /// The polls at these that have ended, read by the system's own role.
    default List<Ending> endings(ContentType type, Collection<Long> ids) {
        return List.of();
    }
}

package rounds.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Indexable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a document of the index looks like. Nothing of a text is stored: passages are made from the
/// row, read through the wall.
final class IndexSchema {
    /// Raised whenever a field, an analyzer or a weight changes; each version has its own folder.
    static final int VERSION = 6;

    static final String KEY = "key";
    static final String AUDIENCE = "audience";
    static final String COMMUNITY = "community";
    static final String KIND = "kind";
    static final String AUTHOR = "author";
    static final String TAG = "tag";
    static final String AT = "at";
    static final String TYPE = "type";
    static final String ID = "id";
    static final String PRINT = "print";
    static final String GROUP = "group";
    static final String HELPFUL = "helpful";
    static final String SPELLING = "spelling";

    /// Stands at all that is found in parts, and at what the parts belong to.
    static final Term IN_PARTS = new Term("parts", "y");

    private static final int LEAD_WORDS = 10;
    private static final int LEAD_CHARACTERS = 200;

    /// About so many signs of Chinese or Japanese make a word.
    private static final int SIGNS_TO_A_WORD = 2;

    private static final int LONGEST_WHOLE_TITLE = 100;

    static final Similarity SIMILARITY = new FixedLengthBm25();

    private IndexSchema() {}

    static Term key(ContentRef content) {
        return new Term(KEY, content.type().code() + ":" + content.id());
    }

    static Document document(Indexable content) {
        var document = new Document();
        ContentRef ref = content.content();
        document.add(new StringField(KEY, key(ref).bytes(), Field.Store.NO));
        document.add(new SortedDocValuesField(TYPE, new BytesRef(ref.type().code())));
        document.add(new NumericDocValuesField(ID, ref.id()));
        document.add(new NumericDocValuesField(PRINT, print(content)));
        document.add(new LongField(AT, content.at().toEpochMilli(), Field.Store.NO));
        document.add(new LongField(HELPFUL, content.helpful(), Field.Store.NO));
        document.add(new NumericDocValuesField(GROUP, content.group().id()));
        if (content.group().type() == ContentType.PAGE.shown()) {
            document.add(new StringField(IN_PARTS.field(), IN_PARTS.text(), Field.Store.NO));
        }
        addFilters(document, content);
        addTexts(document, content);
        return Facet.counted(document);
    }

    private static void addFilters(Document document, Indexable content) {
        for (String token : content.audience()) {
            document.add(new StringField(AUDIENCE, token, Field.Store.NO));
        }
        Facet.COMMUNITY.add(document, id(content.communityId()));
        Facet.AUTHOR.add(document, id(content.authorId()));
        if (content.kind() != null) {
            Facet.KIND.add(document, lower(content.kind()));
        }
        content.tags().stream()
                .map(tag -> lower(tag.strip()))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .forEach(tag -> Facet.TAG.add(document, tag(tag), tag));
        Facet.TYPE.add(document, content.content().type().shown().code());
        Facet.LANGUAGE.add(document, Language.code(content.language()));
        Facet.YEAR.add(document, year(content.at()));
        for (String trait : content.traits()) {
            Facet.addTrait(document, trait);
        }
    }

    /// The title of a reply is its discussion's: it helps to find the reply, but says no more of it
    /// than its own words do.
    private static void addTexts(Document document, Indexable content) {
        Language language = Language.of(content.language());
        boolean titled = content.content().equals(content.group()) && !content.title().isBlank();
        document.add(TextPart.title(language, titled ? content.title() : lead(content.body())));
        String part = titled ? TextPart.TITLE : TextPart.BODY;
        document.add(TextPart.of(language, part, content.title()));
        content.tags().forEach(tag -> document.add(TextPart.of(language, TextPart.TAGS, tag)));
        document.add(TextPart.of(language, TextPart.BODY, content.body()));
        document.add(TextPart.spelling(content.title()));
        document.add(TextPart.spelling(content.body()));
        String whole = titled ? wholeTitle(language, content.title()) : "";
        if (!whole.isEmpty() && whole.length() <= LONGEST_WHOLE_TITLE) {
            document.add(new StringField(language.wholeTitleField(), whole, Field.Store.NO));
        }
    }

    /// The words of a title that say something, as one.
    private static String wholeTitle(Language language, String title) {
        List<String> telling = StopWords.without(Words.of(title));
        return telling.stream()
                .flatMap(word -> language.analyzer().words(word).stream())
                .collect(Collectors.joining(" "));
    }

    /// What has no title of its own is known by its first words; otherwise everything titled would
    /// stand above it.
    private static String lead(String body) {
        String start = body.strip();
        int words = 0;
        int end = 0;
        int signs = 0;
        while (end < start.length()
                && end < LEAD_CHARACTERS
                && words + signs / SIGNS_TO_A_WORD < LEAD_WORDS) {
            if (Character.isWhitespace(start.charAt(end))) {
                words++;
            } else if (Writing.of(start.charAt(end)) == Writing.SIGNS) {
                signs++;
            }
            end++;
        }
        return start.substring(0, end);
    }

    private static String year(Instant at) {
        return String.valueOf(at.atZone(ZoneOffset.UTC).getYear());
    }

    static String id(long id) {
        return Long.toString(id);
    }

    static String tag(String tag) {
        return AccentFilter.folded(lower(tag.strip()));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// A fingerprint of everything that the index took in of this content, by which the check finds
    /// what has gone stale. The handle is none of it: authors are known by their ids.
    static long print(Indexable content) {
        String taken =
                new Indexable(
                                content.content(),
                                content.group(),
                                content.communityId(),
                                content.audience(),
                                content.language(),
                                content.title(),
                                content.body(),
                                content.tags(),
                                content.kind(),
                                content.authorId(),
                                "",
                                content.at(),
                                content.revision(),
                                content.traits(),
                                content.helpful())
                        .toString();
        byte[] bytes = taken.getBytes(StandardCharsets.UTF_8);
        return StringHelper.murmurhash3_x64_128(bytes, 0, bytes.length, VERSION)[0];
    }
}

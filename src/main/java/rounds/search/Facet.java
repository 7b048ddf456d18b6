package rounds.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// By what hits are told apart, counted and narrowed. A narrowing to several values of one facet
/// lets through what has any of them.
public enum Facet {
    COMMUNITY,
    /// What is counted as one: a discussion, an answer, a document, a case story.
    TYPE,
    KIND,
    /// Open, solved or closed; that it helped.
    IS,
    TAG,
    AUTHOR,
    YEAR,
    LANGUAGE,
    /// How a file's name ends.
    FILE,
    /// What it holds besides words.
    HAS,
    /// What its author is by profession, as she says.
    PROFESSION,
    /// The electronic medical records that its author works with.
    EMR;

    /// What is known of authors is kept with them and not in the index: it changes without what
    /// they wrote.
    static final Set<Facet> OF_AUTHORS = EnumSet.of(PROFESSION, EMR);

    /// What content can hold besides words.
    public static final List<String> HELD = List.of("file", "image");

    /// More values of one facet than these help nobody to choose.
    static final int MOST_VALUES = 8;

    static final FacetsConfig CONFIG = config();

    private static FacetsConfig config() {
        var config = new FacetsConfig();
        for (Facet facet : EnumSet.complementOf(EnumSet.copyOf(OF_AUTHORS))) {
            config.setMultiValued(facet.field(), true);
            config.setDrillDownTermsIndexing(
                    facet.field(), FacetsConfig.DrillDownTermsIndexing.NONE);
        }
        return config;
    }

    /// The field of the index that holds its values.
    String field() {
        return code();
    }

    /// As it stands in addresses and in the API.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    void add(Document document, String value) {
        add(document, value, value);
    }

    /// @param label as it is counted and read; `value` as it is looked for
    void add(Document document, String value, String label) {
        document.add(new StringField(field(), value, Field.Store.NO));
        document.add(new SortedSetDocValuesFacetField(field(), label));
    }

    /// @param trait as `name:value`
    static void addTrait(Document document, String trait) {
        int colon = trait.indexOf(':');
        valueOf(trait.substring(0, colon).toUpperCase(Locale.ROOT))
                .add(document, trait.substring(colon + 1));
    }

    /// The same document, its facets as they are counted.
    static Document counted(Document document) {
        try {
            return CONFIG.build(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

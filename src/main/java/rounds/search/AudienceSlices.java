package rounds.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// Remembers which documents of a segment an audience may find. A segment never changes but for its
/// deletions, so nearly all of this outlives the refreshes of a busy index.
final class AudienceSlices {
    private static final long MOST_BYTES = 24L << 20;
    private static final char PUBLIC = 'p';

    private record SliceKey(IndexReader.CacheKey reader, ViewerAudience audience) {}

    private record OpenKey(IndexReader.CacheKey segment, PublicCommunities open) {}

    private final Cache<SliceKey, AudienceSlice> slices =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((SliceKey key, AudienceSlice slice) -> slice.bytes())
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    // What is public is the same for everybody and the dearest part: 5,000 communities are 5,000
    // lists.
    private final Cache<OpenKey, FixedBitSet> open =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((OpenKey key, FixedBitSet bits) -> bits.length() / 8 + 128)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    AudienceSlice of(LeafReader reader, ViewerAudience audience) {
        IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
        if (helper == null) {
            return built(reader, audience);
        }
        return slices.get(new SliceKey(helper.getKey(), audience), key -> built(reader, audience));
    }

    private AudienceSlice built(LeafReader reader, ViewerAudience audience) {
        try {
            FixedBitSet documents = openDocuments(reader, audience.open()).clone();
            for (String token : audience.tokens()) {
                PostingsEnum postings =
                        reader.postings(new Term(IndexSchema.AUDIENCE, token), PostingsEnum.NONE);
                if (postings != null) {
                    documents.or(postings);
                }
            }
            return new AudienceSlice(documents, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FixedBitSet openDocuments(LeafReader reader, PublicCommunities communities)
            throws IOException {
        IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
        if (helper == null) {
            return collectOpen(reader, communities);
        }
        var key = new OpenKey(helper.getKey(), communities);
        @Nullable FixedBitSet known = open.getIfPresent(key);
        if (known == null) {
            known = collectOpen(reader, communities);
            open.put(key, known);
        }
        return known;
    }

    private static FixedBitSet collectOpen(LeafReader reader, PublicCommunities communities)
            throws IOException {
        var documents = new FixedBitSet(reader.maxDoc());
        Terms tokens = reader.terms(IndexSchema.AUDIENCE);
        if (tokens == null) {
            return documents;
        }
        TermsEnum all = tokens.iterator();
        PostingsEnum postings = null;
        TermsEnum.SeekStatus found = all.seekCeil(new BytesRef(String.valueOf(PUBLIC)));
        boolean more = found != TermsEnum.SeekStatus.END;
        while (more && all.term().bytes[all.term().offset] == PUBLIC) {
            if (communities.contains(Long.parseLong(all.term().utf8ToString().substring(1)))) {
                postings = all.postings(postings, PostingsEnum.NONE);
                documents.or(postings);
            }
            more = all.next() != null;
        }
        return documents;
    }
}

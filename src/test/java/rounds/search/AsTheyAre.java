package rounds.search;

import java.util.Arrays;
import java.util.List;

/// Calls communities and people by their ids.
final class AsTheyAre implements AudienceRepository {

    @Override
    public List<AudienceRow> ofViewer() {
        return List.of();
    }

    @Override
    public List<Long> publicNow() {
        return List.of();
    }

    @Override
    public List<Named> communities(String[] slugs) {
        return List.of();
    }

    @Override
    public List<Called> communities(int limit) {
        return List.of();
    }

    @Override
    public List<Called> called(String words, int limit) {
        return List.of();
    }

    @Override
    public List<Called> communitiesById(Long[] ids) {
        return called(ids);
    }

    @Override
    public List<Called> peopleById(Long[] ids) {
        return called(ids);
    }

    @Override
    public List<Named> people(String[] handles) {
        return List.of();
    }

    @Override
    public List<Called> calledAny(String[] words, int limit) {
        return List.of();
    }

    @Override
    public List<AuthorRow> authors(Long[] ids) {
        return List.of();
    }

    @Override
    public List<Named> who(String facet, String value) {
        return List.of();
    }

    private static List<Called> called(Long[] ids) {
        return Arrays.stream(ids)
                .map(id -> new Called(id, String.valueOf(id), String.valueOf(id)))
                .toList();
    }
}

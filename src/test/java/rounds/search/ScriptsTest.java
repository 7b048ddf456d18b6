package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rounds.kernel.Indexable;
import rounds.search.Understood.Match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What is written in other scripts than the Latin one is found as its readers would look for it.
class ScriptsTest {
    @TempDir private Path home;
    private World world;

    @BeforeEach
    void open() {
        world = new World(home);
    }

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    private void texts(String language, String... bodies) {
        for (int i = 0; i < bodies.length; i++) {
            Indexable text = Shelf.text(Shelf.discussion(i + 1), 1, Shelf.open(1), "", bodies[i]);
            world.shelf.put(Shelf.with(text, language, "", bodies[i]));
        }
        world.built();
    }

    private static String marked(SearchResults found) {
        return found.hits().getFirst().passage().segments().stream()
                .filter(Passage.Segment::marked)
                .map(Passage.Segment::text)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Words, parts of words, what the dictionary does not know, and phrases.
                "ja | 糖尿病 | 糖尿病の患者にメトホルミンを使う | 糖尿病",
                "ja | 糖尿 | 糖尿病の患者にメトホルミンを使う | 糖尿",
                "ja | 病 | 糖尿病の患者にメトホルミンを使う | 病",
                "ja | 糖尿病の治療 | 治療を要する糖尿病の患者 | 治療 糖尿病",
                "ja | メトホルミン 糖尿病 | 糖尿病の患者にメトホルミンを使う | 糖尿病 メトホルミン",
                "ja | \"患者にメトホルミン\" | 糖尿病の患者にメトホルミンを使う | 患者 メトホルミン",
                "ja | ポンプ | インスリンポンプの調整 | ポンプ",
                "ja | metformin 腎症 | 糖尿病性腎症にmetforminを500mg | 腎症 metformin",
                "ja | 500mg | 糖尿病性腎症にメトホルミン５００ｍｇ | ５００ｍｇ",
                "ja | HbA1c | ＨｂＡ１ｃが高い患者 | ＨｂＡ１ｃ",
                "ja | ＨｂＡ１ｃ | HbA1cが高い患者 | HbA1c",
                "ja | メトホルミン | ﾒﾄﾎﾙﾐﾝを使う | ﾒﾄﾎﾙﾐﾝ",
                "ja | COVID-19 | ＣＯＶＩＤ－１９の後遺症 | ＣＯＶＩＤ １９",
                "ja | 糖尿病* | 糖尿病性腎症の治療 | 糖尿病",
                "zh | 二甲双胍 | 糖尿病患者服用二甲双胍治疗 | 二甲 双胍",
                "zh | 高血压 治疗 | 老年高血压的药物治疗 | 高血压 治疗",
                "zh | \"药物治疗\" | 老年高血压的药物治疗 | 药物 治疗",
                "ko | 환자 | 당뇨병 환자는 인슐린을 맞는다 | 환자",
                "ko | 당뇨병 인슐린 | 당뇨병 환자는 인슐린을 맞는다 | 당뇨병 인슐린",
                "ko | \"당뇨병 환자\" | 당뇨병 환자는 인슐린을 맞는다 | 당뇨병 환자",
                "th | เบาหวาน | ผู้ป่วยโรคเบาหวานชนิดที่สอง | เบา หวาน",
                "th | \"โรคเบาหวาน\" | ผู้ป่วยโรคเบาหวานชนิดที่สอง | โรค เบา หวาน",
                "km | ទឹកនោមផ្អែម | ជំងឺទឹកនោមផ្អែម | ទឹកនោមផ្អែម",
                "ar | السكري | علاج مرض السُّكَّرِيّ | السُّكَّرِيّ",
                "ar | احمد | الطبيب أحمد | أحمد",
                "ar | 500 | جرعة ٥٠٠ | ٥٠٠",
                "he | שלום | אמר שָׁלוֹם לחולה | שָׁלוֹם",
                "ru | лечение диабета | Лечение сахарного диабета | Лечение диабета",
                "ru | отек | Отёк лёгких | Отёк",
                "el | φαρμακα | Τα φάρμακα | φάρμακα",
            })
    void wordsPartsAndPhrasesAreFoundAndMarked(
            String language, String asked, String text, String marked) {
        texts(language, "Something else", text, "別の話です", "其他 다른 이야기 อื่น");

        SearchResults found = world.find(asked);

        assertThat(World.ids(found)).containsExactly(2L);
        assertThat(found.understood().match()).isEqualTo(Match.ALL);
        assertThat(found.understood().respelt()).isEmpty();
        assertThat(marked(found)).isEqualTo(marked);
    }

    @Test
    void signsInAnotherOrderAreAnotherWord() {
        texts("ja", "病院の尿検査と糖", "血圧が高い", "糖尿病");

        assertThat(world.ids("糖尿病")).containsExactly(3L);
        assertThat(world.ids("高血圧")).isEmpty();
        assertThat(world.ids("\"尿検査\" -血圧")).containsExactly(1L);
    }

    @Test
    void aWholeWordComesBeforeAPartOfAnother() {
        texts("ja", "東京都の病院", "京都の病院", "京都大学");

        assertThat(world.ids("京都")).first().isNotEqualTo(1L);
        assertThat(world.ids("京都")).last().isEqualTo(1L);
    }

    @Test
    void aLineThatEndsWithinAWordDoesNotEndTheWord() {
        texts("ja", "慢性の糖\n尿病の患者\n 心不全");

        SearchResults found = world.find("糖尿病");

        assertThat(World.ids(found)).containsExactly(1L);
        assertThat(marked(found)).isEqualTo("糖 尿病");
        assertThat(world.ids("\"糖尿病の患者\"")).containsExactly(1L);
    }

    @Test
    void aVoicedKanaIsAnotherLetterAndALongVowelStays() {
        texts("ja", "がん検診", "ラーメンとカルテ", "スーパー");

        assertThat(world.ids("かん")).isEmpty();
        assertThat(world.ids("カルデ")).isEmpty();
        assertThat(world.ids("スパ")).isEmpty();
        assertThat(world.ids("がん")).containsExactly(1L);
    }

    @Test
    void aMistypedNameInKanaIsReadAsTheNearest() {
        texts("ja", "メトホルミンを使う");

        assertThat(world.find("メトフォルミン").understood().respelt())
                .containsExactly(new Respelt("メトフォルミン", "メトホルミン"));
    }

    @Test
    void textsWithoutTitleOrBlanksAreShownFromTheMiddleOfASentence() {
        texts("ja", "患者の話を聞く。".repeat(100) + "糖尿病の治療。" + "患者の話を聞く。".repeat(100));

        Passage passage = world.find("糖尿病").hits().getFirst().passage();

        assertThat(passage.text()).contains("聞く。糖尿病の治療。患者");
        assertThat(passage.text().length()).isBetween(150, 260);
    }

    @Test
    void pagesOfDocumentsAreLookedThroughTheSameWay() {
        for (String asked : List.of("糖尿病", "糖尿", "\"糖尿病の患者\"", "糖尿病 -肝炎", "患者 OR 肝炎")) {
            var wanted =
                    new Inside.Wanted(
                            QueryReader.read(asked, World.NARROWER), Language.OTHER, false);

            assertThat(wanted.best("慢性の糖尿病の患者")).as(asked).isNotNull();
            assertThat(wanted.best("病院の尿検査")).as(asked).isNull();
        }
        var thai =
                new Inside.Wanted(
                        QueryReader.read("เบาหวาน", World.NARROWER), Language.OTHER, false);
        assertThat(thai.best("ผู้ป่วยโรคเบาหวานชนิดที่สอง")).isNotNull();
        assertThat(thai.best("ผู้ป่วยโรคไต")).isNull();
    }

    @Test
    void titlesAreFoundWhileTheyAreTyped() throws IOException {
        world.shelf.put(1, "糖尿病性腎症の治療について", "");
        world.shelf.put(2, "โรคเบาหวานชนิดที่สอง", "");
        world.shelf.put(3, "Лечение диабета", "");
        world.built();

        assertThat(titled("糖尿")).containsExactly(1L);
        assertThat(titled("糖尿病 治")).containsExactly(1L);
        assertThat(titled("腎症の治療")).containsExactly(1L);
        assertThat(titled("尿糖")).isEmpty();
        assertThat(titled("เบาหวาน")).containsExactly(2L);
        assertThat(titled("лечение диа")).containsExactly(3L);
    }

    private List<Long> titled(String typed) {
        return world
                .live()
                .read(reader ->
                        new ViewerSearcher(reader, world.visitor(), world.slices)
                                .find(TitleQuery.of(Words.of(typed)), Question.NEWEST, null, 10))
                .orElseThrow()
                .hits()
                .stream()
                .map(hit -> hit.content().id())
                .toList();
    }
}

package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

class OfficeFileTest {
    private static final String MACRO_ENABLED =
            "application/vnd.ms-word.document.macroEnabled.main+xml";
    private static final String LAUGH =
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><a>&b;</a>";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"DOCX, a.docx", "PPTX, a.pptx", "XLSX, a.xlsx"})
    void anOfficeFileIsWhatItSaysItsMainPartIs(DocumentType type, String name) throws Exception {
        byte[] file = Zips.of(Zips.office(type, Map.of()));
        assertThat(inspect(file, name)).isEqualTo(type);
        assertRefused(file, "a.pdf", Refusal.MISMATCH);
        assertRefused(file, "a.zip", Refusal.MISMATCH);
    }

    @Test
    void anOpenDocumentIsWhatItSaysItIs() throws Exception {
        var parts = Map.of("content.xml", "<a/>");
        assertThat(inspect(Zips.openDocument(DocumentType.ODT.mediaType(), parts), "a.odt"))
                .isEqualTo(DocumentType.ODT);
        assertThat(inspect(Zips.openDocument(DocumentType.ODP.mediaType(), parts), "a.odp"))
                .isEqualTo(DocumentType.ODP);
        assertRefused(
                Zips.openDocument("application/vnd.oasis.opendocument.spreadsheet", parts),
                "a.ods",
                Refusal.TYPE);
    }

    @Test
    void anOpenDocumentWithAPasswordIsRefused() throws Exception {
        var parts = Map.of("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>");
        assertRefused(
                Zips.openDocument(DocumentType.ODT.mediaType(), parts), "a.odt", Refusal.ENCRYPTED);
    }

    @Test
    void aZipFileIsNoDocument() throws Exception {
        assertRefused(Zips.of(Map.of("a.txt", "words")), "a.zip", Refusal.TYPE);
        assertRefused(Zips.of(Map.of("a.txt", "words")), "a.docx", Refusal.TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/vbaProject.bin",
                "word/VBAPROJECT.BIN",
                "xl/macrosheets/sheet1.xml",
                "word/activeX/activeX1.bin"
            })
    void macrosAreRefusedWhateverTheFileIsCalled(String part) throws Exception {
        byte[] file = Zips.of(Zips.office(DocumentType.DOCX, Map.of(part, "x")));
        assertRefused(file, "a.docx", Refusal.MACRO);
    }

    @Test
    void aTypeThatAllowsMacrosIsRefused() throws Exception {
        byte[] file = Zips.of(Zips.office(MACRO_ENABLED, Map.of()));
        assertRefused(file, "a.docm", Refusal.MACRO);
        assertRefused(file, "a.docx", Refusal.MACRO);
    }

    @Test
    void macrosOfOpenDocumentsAreRefused() throws Exception {
        var parts = Map.of("Basic/Standard/script-lb.xml", "<a/>");
        assertRefused(
                Zips.openDocument(DocumentType.ODT.mediaType(), parts), "a.odt", Refusal.MACRO);
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate, https://example.org/a.dotm, SCRIPT",
        "attachedTemplate, '\\\\server\\a.dotm', SCRIPT",
        "attachedTemplate, file://server/a.dotm, SCRIPT",
        "oleObject, HTTP://example.org/a, SCRIPT",
        "attachedTemplate, file:///C:/Users/ann/Normal.dotm, ",
        "hyperlink, https://example.org/, "
    })
    void whatWouldBeFetchedFromElsewhereIsRefused(
            String type, String target, @Nullable Refusal refusal) throws Exception {
        String links =
                "<Relationships><Relationship Type=\"http://schemas/"
                        + type
                        + "\" Target=\""
                        + target
                        + "\" TargetMode=\"External\"/></Relationships>";
        byte[] file =
                Zips.of(
                        Zips.office(
                                DocumentType.DOCX, Map.of("word/_rels/settings.xml.rels", links)));
        if (refusal == null) {
            assertThat(inspect(file, "a.docx")).isEqualTo(DocumentType.DOCX);
        } else {
            assertRefused(file, "a.docx", refusal);
        }
    }

    @Test
    void entitiesAreRefusedInAnyPartAndAnyLetters() throws Exception {
        byte[] file = Zips.of(Zips.office(DocumentType.DOCX, Map.of("word/styles.xml", LAUGH)));
        assertRefused(file, "a.docx", Refusal.BOMB);
        String wide =
                new String(LAUGH.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        byte[] other = Zips.of(Zips.office(DocumentType.DOCX, Map.of("word/styles.xml", wide)));
        assertRefused(other, "a.docx", Refusal.BOMB);
    }

    @Test
    void whatUnfoldsToFarMoreThanItIsIsRefusedInAMoment() throws Exception {
        var zeros = "\0".repeat(20 << 20);
        byte[] file = Zips.of(Zips.office(DocumentType.DOCX, Map.of("word/a.xml", zeros)));
        long begun = System.nanoTime();
        assertRefused(file, "a.docx", Refusal.BOMB);
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(5_000);
    }

    @Test
    void tenThousandPartsAreTheMost() throws Exception {
        var parts = new LinkedHashMap<String, String>();
        for (int i = 0; i < 10_001; i++) {
            parts.put("a" + i, "");
        }
        assertRefused(Zips.of(Zips.office(DocumentType.DOCX, parts)), "a.docx", Refusal.BOMB);
    }

    @Test
    void partsThatShareTheirBytesAreRefused() throws Exception {
        byte[] file = Zips.of(Zips.office(DocumentType.DOCX, Map.of("b.xml", "<b/>")));
        ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int second = find(file, "PK\1\2", find(file, "PK\1\2", 0) + 4);
        int third = find(file, "PK\1\2", second + 4);
        // The last part is said to stand where the one before it does.
        all.putInt(third + 42, all.getInt(second + 42));
        assertThatThrownBy(() -> inspect(file, "a.docx")).isInstanceOf(RefusedDocument.class);
    }

    @Test
    void aLinkIsRefused() throws Exception {
        byte[] file = Zips.of(Zips.office(DocumentType.DOCX, Map.of("word/link", "/etc/passwd")));
        int row = find(file, "PK\1\2", find(file, "PK\1\2", find(file, "PK\1\2", 0) + 4) + 4);
        file[row + 5] = 3;
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(row + 38, 0xa1ff0000);
        assertRefused(file, "a.docx", Refusal.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.xml", "/a.xml", "a/../../b", "a\\b", "C:a"})
    void namesThatLeadElsewhereAreRefused(String name) throws Exception {
        byte[] file = Zips.of(Zips.office(DocumentType.DOCX, Map.of(name, "x")));
        assertRefused(file, "a.docx", Refusal.DAMAGED);
    }

    @Test
    void whatStandsBeforeOrBehindAZipFileIsRefused() throws Exception {
        byte[] file = Zips.of(Zips.office(DocumentType.DOCX, Map.of()));
        assertRefused(Zips.joined(file, new byte[] {1, 2, 3}), "a.docx", Refusal.DAMAGED);
        assertRefused(Zips.joined(file, file), "a.docx", Refusal.DAMAGED);
        byte[] script = "<script>1</script>".getBytes(StandardCharsets.UTF_8);
        assertRefused(Zips.joined(script, file), "a.docx", Refusal.TYPE);
    }

    @Test
    void aFileThatIsCutOffIsDamaged() throws Exception {
        byte[] file = Zips.of(Zips.office(DocumentType.DOCX, Map.of()));
        for (int length = 5; length < file.length; length += 7) {
            assertRefused(Arrays.copyOf(file, length), "a.docx", Refusal.DAMAGED);
        }
    }

    @Test
    void anyByteMayBeWrongWithoutAnExceptionThatSaysNothing() throws Exception {
        byte[] file = Zips.of(Zips.office(DocumentType.DOCX, Map.of("word/a.xml", "<a/>")));
        for (int i = 0; i < file.length; i++) {
            byte[] wrong = file.clone();
            wrong[i] ^= (byte) 0xff;
            try {
                inspect(wrong, "a.docx");
            } catch (RefusedDocument said) {
                assertThat(said.refusal()).isNotNull();
            }
        }
    }

    private static int find(byte[] in, String sign, int from) {
        return new String(in, StandardCharsets.ISO_8859_1).indexOf(sign, from);
    }

    private DocumentType inspect(byte[] bytes, String name) throws RefusedDocument, IOException {
        return new Documents().inspect(Files.write(folder.resolve("file"), bytes), name);
    }

    private void assertRefused(byte[] bytes, String name, Refusal refusal) {
        assertThatThrownBy(() -> inspect(bytes, name))
                .as(name)
                .isInstanceOfSatisfying(
                        RefusedDocument.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}

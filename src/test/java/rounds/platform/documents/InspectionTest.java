package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class InspectionTest {
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private static final String PDF = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n";

    @TempDir Path folder;

    private final Documents documents = new Documents();

    @ParameterizedTest
    @CsvSource({
        "notes.txt, TXT",
        "NOTES.TXT, TXT",
        "notes, TXT",
        "Dr. Smith's notes, TXT",
        "Version 2.1, TXT",
        "readme.md, MD",
        "readme.markdown, MD",
        "counts.csv, CSV"
    })
    void ofATextOnlyTheNameSaysWhichItIs(String name, DocumentType type) throws Exception {
        assertThat(inspect("Sodium, 142 mmol/L\nétat stable\n", name)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.pdf", "notes.docx", "notes.png"})
    void aTextThatIsCalledSomethingElseIsAMismatch(String name) {
        assertRefused("Only words.", name, Refusal.MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.ipynb", "a.html", "a.svg", "a.xml", "a.js", "a.bat", "a.py", "a.rtf", "a.exe. "
            })
    void aTextOfAnotherTypeIsRefused(String name) {
        assertRefused("{\"cells\": []}", name, Refusal.TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE html><p>",
                "\n\n  <HTML><body>",
                "<!-- a\ncomment --> <script>1</script>",
                "<?xml version='1.0'?><a/>",
                "{\\rtf1\\ansi}",
                "<?php echo 1;"
            })
    void markupIsRefusedWhateverItIsCalled(String text) {
        for (String name : new String[] {"a.txt", "a.png", "a.pdf", "a", "a.md"}) {
            assertRefused(text, name, Refusal.TYPE);
        }
    }

    @Test
    void markupInUtf16IsMarkup() {
        assertRefused("\ufeff<html>".getBytes(StandardCharsets.UTF_16LE), "a.txt", Refusal.TYPE);
    }

    @Test
    void lettersAreUtf8OrUtf16WithItsMarkOrThoseOfWindows() throws Exception {
        for (Charset charset :
                new Charset[] {
                    StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252")
                }) {
            assertThat(inspect("L’état du patient".getBytes(charset), "a.txt"))
                    .isEqualTo(DocumentType.TXT);
        }
    }

    @Test
    void whatIsNoTextIsNoDocument() {
        assertRefused("abc\0def", "a.txt", Refusal.TYPE);
        assertRefused(new byte[] {'a', (byte) 0x81, 'b'}, "a.txt", Refusal.TYPE);
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8}, "a", Refusal.TYPE);
        assertRefused("\u007fELF\u0002\u0001\u0001", "a.txt", Refusal.TYPE);
        // Far behind the beginning, too.
        assertRefused("words ".repeat(40_000) + "\0", "a.txt", Refusal.TYPE);
    }

    @Test
    void theTestVirusIsKnown() {
        assertRefused(EICAR, "a.txt", Refusal.TEST_VIRUS);
        assertRefused(EICAR, "a.pdf", Refusal.TEST_VIRUS);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused("", "a.txt", Refusal.EMPTY);
    }

    @Test
    void aPdfBeginsWithItsSign() throws Exception {
        assertThat(inspect(latin(PDF), "a.pdf")).isEqualTo(DocumentType.PDF);
        assertThat(inspect(latin(PDF), "Journal of Care vol 2")).isEqualTo(DocumentType.PDF);
        assertRefused(latin(PDF), "a.txt", Refusal.MISMATCH);
        assertRefused(latin("some words\n" + PDF), "a.pdf", Refusal.MISMATCH);
        assertRefused(latin("<html><script>1</script>" + PDF), "a.pdf", Refusal.TYPE);
        assertRefused(latin("GIF89a" + PDF), "a.pdf", Refusal.MISMATCH);
        assertRefused(latin(PDF + "<script>alert(1)</script>"), "a.pdf", Refusal.MISMATCH);
    }

    @Test
    void aPdfThatIsAZipFileTooIsRefused() throws Exception {
        byte[] zip = Zips.of(Map.of("a.txt", "words"));
        byte[] both = Zips.joined(latin(PDF), zip);
        assertRefused(both, "a.pdf", Refusal.MISMATCH);
    }

    @Test
    void aPictureIsOneByItsHead() throws Exception {
        assertThat(inspect(Pictures.png(40, 30), "a.png")).isEqualTo(DocumentType.PNG);
        assertThat(inspect(Pictures.jpeg(40, 30), "a.JPG")).isEqualTo(DocumentType.JPEG);
        assertThat(inspect(Pictures.webp(40, 30), "a.webp")).isEqualTo(DocumentType.WEBP);
        assertRefused(Pictures.png(40, 30), "a.jpg", Refusal.MISMATCH);
        assertRefused(Pictures.png(60_000, 60_000), "a.png", Refusal.BOMB);
        assertRefused(Pictures.jpeg(60_000, 60_000), "a.jpg", Refusal.BOMB);
        assertRefused(Pictures.webp(16_000, 16_000), "a.webp", Refusal.BOMB);
        assertRefused(latin("\u00ff\u00d8\u00ff\u00e0"), "a.jpg", Refusal.DAMAGED);
    }

    @Test
    void otherPicturesAreRefused() {
        assertRefused("GIF89a", "a.gif", Refusal.TYPE);
        assertRefused(latin("\0\0\1\0\1\0"), "a.ico", Refusal.TYPE);
    }

    private DocumentType inspect(String text, String name) throws Exception {
        return inspect(text.getBytes(StandardCharsets.UTF_8), name);
    }

    private DocumentType inspect(byte[] bytes, String name) throws Exception {
        return documents.inspect(Files.write(folder.resolve("file"), bytes), name);
    }

    private void assertRefused(String text, String name, Refusal refusal) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), name, refusal);
    }

    private void assertRefused(byte[] bytes, String name, Refusal refusal) {
        assertThatThrownBy(() -> inspect(bytes, name))
                .as(name)
                .isInstanceOfSatisfying(
                        RefusedDocument.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

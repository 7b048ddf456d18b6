import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Makes the documents of the sample's libraries from the texts beside it. Run by hand, from the
/// top folder, after a text was changed; what it writes is committed:
///
/// ```
/// mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
/// java -cp "$(cat target/classpath)" src/sample/MakeDocuments.java
/// ```
///
/// It knows as much Markdown as the texts need: headings, paragraphs, lists, quotes, tables, bold,
/// italic, and a line of three dashes, which begins a new page or slide.
final class MakeDocuments {
    private static final Path TEXTS = Path.of("src/sample");
    private static final Path MADE = Path.of("src/main/resources/sample/library");

    public static void main(String... none) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Files.createDirectories(MADE);
        pdf("naming-guide", "en");
        pdf("comfort-kit", "en");
        pdf("breathlessness-en", "en");
        pdf("essoufflement-fr", "fr");
        pdf("guide-accueil", "fr");
        scan("fridge-sheet");
        word("fax-cover");
        word("screening-1");
        word("screening-2");
        word("screening-3");
        slides("user-group-slides");
        sheet("reconciliation");
    }

    // --- Markdown ---

    private enum Kind {
        TITLE,
        HEADING,
        SUBHEADING,
        TEXT,
        ITEM,
        QUOTE,
        TABLE,
        BREAK
    }

    /// @param mark of an item, as it stands in front of it
    private record Block(Kind kind, String mark, String text, List<List<String>> rows) {}

    private record Piece(String text, boolean bold, boolean italic) {}

    private static List<Block> blocks(String name) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readString(TEXTS.resolve(name + ".md")).lines().toList()) {
            if (line.startsWith("|")) {
                if (rows.isEmpty()) {
                    blocks.add(new Block(Kind.TABLE, "", "", rows));
                }
                if (!line.startsWith("|---")) {
                    rows.add(cells(line));
                }
            } else {
                rows = new ArrayList<>();
                if (!line.isBlank()) {
                    blocks.add(block(line));
                }
            }
        }
        return blocks;
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static Block block(String line) {
        if (line.equals("---")) {
            return plain(Kind.BREAK, "");
        }
        if (line.startsWith("### ")) {
            return plain(Kind.SUBHEADING, line.substring(4));
        }
        if (line.startsWith("## ")) {
            return plain(Kind.HEADING, line.substring(3));
        }
        if (line.startsWith("# ")) {
            return plain(Kind.TITLE, line.substring(2));
        }
        if (line.startsWith("> ")) {
            return plain(Kind.QUOTE, line.substring(2));
        }
        if (line.startsWith("- ")) {
            return new Block(Kind.ITEM, "•", line.substring(2), List.of());
        }
        if (line.matches("\\d+\\. .*")) {
            int space = line.indexOf(' ');
            return new Block(
                    Kind.ITEM, line.substring(0, space), line.substring(space + 1), List.of());
        }
        return plain(Kind.TEXT, line);
    }

    private static Block plain(Kind kind, String text) {
        return new Block(kind, "", text, List.of());
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        boolean bold = false;
        boolean italic = false;
        var run = new StringBuilder();
        for (int at = 0; at <= text.length(); at++) {
            boolean star = at < text.length() && text.charAt(at) == '*';
            if (star || at == text.length()) {
                if (!run.isEmpty()) {
                    pieces.add(new Piece(run.toString(), bold, italic));
                    run.setLength(0);
                }
                if (star && text.startsWith("**", at)) {
                    bold = !bold;
                    at++;
                } else if (star) {
                    italic = !italic;
                }
            } else if (text.charAt(at) != '`') {
                run.append(text.charAt(at));
            }
        }
        return pieces;
    }

    private static String bare(String text) {
        return text.replace("*", "").replace("`", "");
    }

    // --- PDF ---

    private static void pdf(String name, String language) throws IOException {
        try (PDDocument document = new PDDocument()) {
            new Pages(document, blocks(name)).write();
            document.getDocumentCatalog().setLanguage(language);
            document.save(MADE.resolve(name + ".pdf").toFile());
        }
    }

    /// Lays blocks out on letter paper.
    private static final class Pages {
        private static final float LEFT = 72;
        private static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * LEFT;
        private static final float TOP = PDRectangle.LETTER.getHeight() - 72;
        private static final float BOTTOM = 68;
        private static final Color INK = new Color(0x1d, 0x29, 0x33);
        private static final Color ACCENT = new Color(0x0b, 0x5c, 0x6b);
        private static final Color TINT = new Color(0xe8, 0xf1, 0xf2);
        private static final Color RULE = new Color(0xb8, 0xc6, 0xca);

        private final PDFont regular = new PDType1Font(FontName.HELVETICA);
        private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
        private final PDFont italic = new PDType1Font(FontName.HELVETICA_OBLIQUE);
        private final PDDocument document;
        private final List<Block> blocks;
        private PDPageContentStream out;
        private float y;

        private record Word(String text, PDFont font, boolean spaced) {}

        Pages(PDDocument document, List<Block> blocks) {
            this.document = document;
            this.blocks = blocks;
        }

        void write() throws IOException {
            String title = blocks.getFirst().text;
            document.getDocumentInformation().setTitle(title);
            turn();
            for (Block block : blocks) {
                put(block);
            }
            out.close();
            int count = document.getNumberOfPages();
            for (int page = 0; page < count; page++) {
                try (var foot =
                        new PDPageContentStream(
                                document,
                                document.getPage(page),
                                PDPageContentStream.AppendMode.APPEND,
                                true)) {
                    String number = (page + 1) + " / " + count;
                    line(foot, regular, 8.5f, LEFT, 40, title);
                    float end = LEFT + WIDTH - width(regular, 8.5f, number);
                    line(foot, regular, 8.5f, end, 40, number);
                }
            }
        }

        private void turn() throws IOException {
            if (out != null) {
                out.close();
            }
            var page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            out = new PDPageContentStream(document, page);
            y = TOP;
        }

        private void room(float height) throws IOException {
            if (y - height < BOTTOM) {
                turn();
            }
        }

        private void put(Block block) throws IOException {
            switch (block.kind) {
                case BREAK -> turn();
                case TITLE -> {
                    text(block.text, LEFT, WIDTH, 22, 27, bold, ACCENT);
                    y -= 8;
                }
                case HEADING -> {
                    room(70);
                    y -= y == TOP ? 0 : 10;
                    text(block.text, LEFT, WIDTH, 14.5f, 19, bold, ACCENT);
                    y -= 4;
                }
                case SUBHEADING -> {
                    room(54);
                    y -= 5;
                    text(block.text, LEFT, WIDTH, 11.5f, 15, bold, INK);
                    y -= 2;
                }
                case TEXT -> {
                    text(block.text, LEFT, WIDTH, 10.5f, 14.6f, regular, INK);
                    y -= 6;
                }
                case ITEM -> {
                    room(15);
                    color(INK);
                    line(out, regular, 10.5f, LEFT + 4, y - 10.5f, block.mark);
                    text(block.text, LEFT + 22, WIDTH - 22, 10.5f, 14.6f, regular, INK);
                    y -= 2.5f;
                }
                case QUOTE -> quote(block);
                case TABLE -> table(block.rows);
            }
        }

        private void quote(Block block) throws IOException {
            float height = wrap(block.text, WIDTH - 28, 10.5f, regular).size() * 14.6f + 14;
            room(height + 6);
            box(LEFT, y - height, WIDTH, height, TINT);
            box(LEFT, y - height, 3, height, ACCENT);
            y -= 7;
            text(block.text, LEFT + 16, WIDTH - 28, 10.5f, 14.6f, regular, INK);
            y -= 14;
        }

        private void table(List<List<String>> rows) throws IOException {
            float[] widths = widths(rows);
            boolean head = rows.getFirst().stream().anyMatch(cell -> !cell.isEmpty());
            for (int row = head ? 0 : 1; row < rows.size(); row++) {
                row(rows.get(row), widths, row == 0);
            }
            y -= 9;
        }

        // By what stands in them, so that short columns leave room to long ones.
        private float[] widths(List<List<String>> rows) {
            int columns = rows.getFirst().size();
            float[] widths = new float[columns];
            float sum = 0;
            for (int column = 0; column < columns; column++) {
                float longest = 6;
                for (List<String> row : rows) {
                    longest = Math.max(longest, Math.min(46, row.get(column).length()));
                }
                widths[column] = columns == 2 && longest < 12 ? 14 : longest;
                sum += widths[column];
            }
            for (int column = 0; column < columns; column++) {
                widths[column] *= WIDTH / sum;
            }
            return widths;
        }

        private void row(List<String> cells, float[] widths, boolean head) throws IOException {
            PDFont font = head ? bold : regular;
            int lines = 1;
            for (int column = 0; column < widths.length; column++) {
                lines =
                        Math.max(
                                lines,
                                wrap(cells.get(column), widths[column] - 10, 9.5f, font).size());
            }
            float height = lines * 12.6f + 8;
            room(height);
            if (head) {
                box(LEFT, y - height, WIDTH, height, TINT);
            }
            box(LEFT, y - height, WIDTH, 0.6f, RULE);
            float top = y;
            float x = LEFT;
            for (int column = 0; column < widths.length; column++) {
                y = top - 3;
                text(cells.get(column), x + 5, widths[column] - 10, 9.5f, 12.6f, font, INK);
                x += widths[column];
            }
            y = top - height;
        }

        private void text(
                String text, float x, float wide, float size, float step, PDFont font, Color color)
                throws IOException {
            for (List<Word> words : wrap(text, wide, size, font)) {
                room(step);
                color(color);
                float at = x;
                for (Word word : words) {
                    if (word.spaced && at > x) {
                        at += width(regular, size, " ");
                    }
                    String drawn = word.spaced && at > x ? " " + word.text : word.text;
                    float back = word.spaced && at > x ? width(regular, size, " ") : 0;
                    line(out, word.font, size, at - back, y - size, drawn);
                    at += width(word.font, size, word.text);
                }
                y -= step;
            }
        }

        private List<List<Word>> wrap(String text, float wide, float size, PDFont font) {
            List<List<Word>> lines = new ArrayList<>();
            List<Word> line = new ArrayList<>();
            float filled = 0;
            for (Word word : words(text, font)) {
                float width = width(word.font, size, word.text);
                float space = word.spaced ? width(regular, size, " ") : 0;
                if (filled + space + width > wide && !line.isEmpty() && word.spaced) {
                    lines.add(line);
                    line = new ArrayList<>();
                    filled = 0;
                }
                filled += (line.isEmpty() ? 0 : space) + width;
                line.add(word);
            }
            lines.add(line);
            return lines;
        }

        private List<Word> words(String text, PDFont font) {
            List<Word> words = new ArrayList<>();
            // Before these marks, French keeps the line together.
            String held = text.replaceAll(" ([:;?!»])", "\u0001$1").replace("« ", "«\u0001");
            boolean spaced = false;
            for (Piece piece : pieces(held)) {
                PDFont face = piece.bold ? bold : piece.italic ? italic : font;
                spaced |= piece.text.startsWith(" ");
                for (String word : piece.text.strip().split(" +")) {
                    if (!word.isEmpty()) {
                        words.add(
                                new Word(
                                        word.replace('\u0001', ' ').replace("☐", "[ ]"),
                                        face,
                                        spaced));
                    }
                    spaced = true;
                }
                spaced = piece.text.endsWith(" ");
            }
            return words;
        }

        private static float width(PDFont font, float size, String text) {
            try {
                return font.getStringWidth(text) / 1000 * size;
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private void color(Color color) throws IOException {
            out.setNonStrokingColor(color);
        }

        private void box(float x, float bottom, float wide, float high, Color color)
                throws IOException {
            color(color);
            out.addRect(x, bottom, wide, high);
            out.fill();
        }

        private static void line(
                PDPageContentStream to, PDFont font, float size, float x, float y, String text)
                throws IOException {
            if (text.isEmpty()) {
                return;
            }
            to.beginText();
            to.setFont(font, size);
            to.newLineAtOffset(x, y);
            to.showText(text);
            to.endText();
        }
    }

    /// A page as a copier sends it: a picture, a little askew, and no letter that a program could
    /// read.
    private static void scan(String name) throws IOException {
        Path drawn = Files.createTempFile("scan", ".pdf");
        try (PDDocument document = new PDDocument()) {
            new Pages(document, blocks(name)).write();
            document.save(drawn.toFile());
        }
        try (PDDocument document = Loader.loadPDF(drawn.toFile());
                PDDocument scanned = new PDDocument()) {
            BufferedImage clean =
                    new PDFRenderer(document).renderImageWithDPI(0, 110, ImageType.GRAY);
            var page = new PDPage(PDRectangle.LETTER);
            scanned.addPage(page);
            var picture = JPEGFactory.createFromImage(scanned, copied(clean), 0.55f, 110);
            try (var out = new PDPageContentStream(scanned, page)) {
                out.drawImage(
                        picture,
                        0,
                        0,
                        PDRectangle.LETTER.getWidth(),
                        PDRectangle.LETTER.getHeight());
            }
            scanned.save(MADE.resolve(name + ".pdf").toFile());
        } finally {
            Files.delete(drawn);
        }
    }

    private static BufferedImage copied(BufferedImage clean) {
        var copy =
                new BufferedImage(
                        clean.getWidth(), clean.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = copy.createGraphics();
        graphics.setColor(new Color(244, 244, 244));
        graphics.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.rotate(Math.toRadians(0.7), copy.getWidth() / 2.0, copy.getHeight() / 2.0);
        graphics.drawImage(clean, 4, -3, null);
        graphics.dispose();
        var dust = new Random(7);
        for (int speck = 0; speck < 260; speck++) {
            int x = dust.nextInt(copy.getWidth());
            int y = dust.nextInt(copy.getHeight());
            copy.setRGB(x, y, 0x707070);
        }
        return copy;
    }

    // --- Word ---

    private static void word(String name) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(MADE.resolve(name + ".docx"))) {
            style(document, "Title", "Title", 0);
            style(document, "Heading1", "heading 1", 1);
            style(document, "Heading2", "heading 2", 2);
            for (Block block : blocks(name)) {
                put(document, block);
            }
            document.getProperties().getCoreProperties().setTitle(blocks(name).getFirst().text);
            document.getProperties().getCoreProperties().setCreator("");
            document.write(out);
        }
    }

    private static void style(XWPFDocument document, String id, String name, int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewQFormat();
        if (level > 0) {
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1));
        }
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private static void put(XWPFDocument document, Block block) {
        switch (block.kind) {
            case BREAK -> document.createParagraph().setPageBreak(true);
            case TITLE -> heading(document, block.text, "Title", 20);
            case HEADING -> heading(document, block.text, "Heading1", 14);
            case SUBHEADING -> heading(document, block.text, "Heading2", 12);
            case TEXT -> runs(document.createParagraph(), block.text);
            case QUOTE -> {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setIndentationLeft(500);
                runs(paragraph, block.text);
            }
            case ITEM -> {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setIndentationLeft(400);
                paragraph.setIndentationHanging(300);
                paragraph.setSpacingAfter(60);
                runs(paragraph, block.mark + " " + block.text);
            }
            case TABLE -> table(document, block.rows);
        }
    }

    private static void heading(XWPFDocument document, String text, String style, int size) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.setSpacingBefore(size * 12);
        paragraph.setSpacingAfter(80);
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setBold(true);
        run.setFontSize(size);
        run.setColor("0B5C6B");
    }

    private static void runs(XWPFParagraph paragraph, String text) {
        for (Piece piece : pieces(text)) {
            XWPFRun run = paragraph.createRun();
            run.setText(piece.text);
            run.setBold(piece.bold);
            run.setItalic(piece.italic);
            run.setFontSize(11);
        }
    }

    private static void table(XWPFDocument document, List<List<String>> rows) {
        boolean head = rows.getFirst().stream().anyMatch(cell -> !cell.isEmpty());
        List<List<String>> shown = head ? rows : rows.subList(1, rows.size());
        XWPFTable table = document.createTable(shown.size(), shown.getFirst().size());
        table.setWidth("100%");
        for (int row = 0; row < shown.size(); row++) {
            for (int column = 0; column < shown.getFirst().size(); column++) {
                String text = shown.get(row).get(column);
                runs(
                        table.getRow(row).getCell(column).getParagraphArray(0),
                        head && row == 0 && !text.isEmpty() ? "**" + text + "**" : text);
            }
        }
        document.createParagraph();
    }

    // --- Slides, with what is said as their notes ---

    private static void slides(String name) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(MADE.resolve(name + ".pptx"))) {
            var layout = show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT);
            XSLFSlide slide = null;
            for (Block block : blocks(name)) {
                switch (block.kind) {
                    case TITLE, HEADING -> {
                        slide = show.createSlide(layout);
                        slide.getPlaceholder(0).setText(bare(block.text));
                        slide.getPlaceholder(1).clearText();
                    }
                    case TEXT, ITEM -> {
                        var paragraph = slide.getPlaceholder(1).addNewTextParagraph();
                        paragraph.addNewTextRun().setText(bare(block.text));
                        paragraph.setBullet(block.kind == Kind.ITEM);
                    }
                    case QUOTE -> {
                        // All but the notes themselves is the library's own example.
                        for (XSLFTextShape shape : show.getNotesSlide(slide).getPlaceholders()) {
                            boolean notes = shape.getTextType() == Placeholder.BODY;
                            shape.setText(notes ? bare(block.text) : "");
                        }
                    }
                    case BREAK, SUBHEADING, TABLE -> {
                        // The next heading begins the next slide.
                    }
                }
            }
            show.getProperties().getCoreProperties().setCreator("");
            show.getProperties().getCoreProperties().setTitle(blocks(name).getFirst().text);
            show.write(out);
        }
    }

    // --- A sheet to fill in: when | what | a hint ---

    private static void sheet(String name) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(MADE.resolve(name + ".xlsx"))) {
            var sheet = book.createSheet("Checklist");
            CellStyle head = style(book, true);
            CellStyle body = style(book, false);
            var first = sheet.createRow(0);
            String[] names = {"When", "What to do or ask", "Worth knowing", "Done", "By", "Note"};
            int[] widths = {16, 58, 46, 8, 10, 30};
            for (int column = 0; column < names.length; column++) {
                sheet.setColumnWidth(column, widths[column] * 256);
                var cell = first.createCell(column);
                cell.setCellValue(names[column]);
                cell.setCellStyle(head);
            }
            int number = 1;
            for (Block block : blocks(name)) {
                if (block.kind == Kind.ITEM) {
                    var row = sheet.createRow(number++);
                    List<String> cells = cells("|" + block.text + "|||");
                    for (int column = 0; column < names.length; column++) {
                        var cell = row.createCell(column);
                        cell.setCellStyle(body);
                        cell.setCellValue(column < cells.size() ? cells.get(column) : "");
                    }
                }
            }
            sheet.createFreezePane(0, 1);
            sheet.getPrintSetup().setLandscape(true);
            sheet.setFitToPage(true);
            book.getProperties().getCoreProperties().setCreator("");
            book.getProperties().getCoreProperties().setTitle(blocks(name).getFirst().text);
            book.write(out);
        }
    }

    private static CellStyle style(XSSFWorkbook book, boolean head) {
        CellStyle style = book.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (head) {
            XSSFFont font = book.createFont();
            font.setBold(true);
            style.setFont(font);
            style.setFillForegroundColor(IndexedColors.LIGHT_TURQUOISE.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}

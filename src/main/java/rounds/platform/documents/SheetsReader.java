package rounds.platform.documents;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

import javax.xml.parsers.ParserConfigurationException;

/// Reads XLSX, row by row: a page for each sheet, as its cells show themselves.
final class SheetsReader {
    private SheetsReader() {}

    static void read(Path file, Report report) throws RefusedDocument, IOException {
        Office.read(
                file,
                opened -> {
                    try {
                        read(opened, report);
                    } catch (SAXException | ParserConfigurationException broken) {
                        throw new RefusedDocument(Refusal.DAMAGED);
                    }
                });
    }

    private static void read(OPCPackage opened, Report report)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        Office.head(opened, 0, report);
        XSSFReader workbook = new XSSFReader(opened);
        var words = new ReadOnlySharedStringsTable(opened, false);
        var formatter = new DataFormatter(Locale.ROOT);
        XSSFReader.SheetIterator sheets = workbook.getSheetIterator();
        int number = 0;
        while (sheets.hasNext()) {
            try (InputStream sheet = sheets.next()) {
                Rows rows = new Rows();
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(
                        new XSSFSheetXMLHandler(
                                workbook.getStylesTable(), words, rows, formatter, false));
                try {
                    xml.parse(new InputSource(sheet));
                } catch (FullException full) {
                    report.tooLong();
                }
                report.page(
                        new PageText(
                                ++number,
                                sheets.getSheetName(),
                                rows.text.toString(),
                                rows.table.markdown()));
            }
        }
        Office.head(opened, number, report);
    }

    private static final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final StringBuilder text = new StringBuilder();
        private final Table table = new Table();
        private boolean begun;

        @Override
        public void startRow(int row) {
            begun = false;
        }

        @Override
        public void cell(String place, @Nullable String shown, @Nullable XSSFComment comment) {
            if (shown == null || shown.isBlank()) {
                return;
            }
            if (text.length() + shown.length() > Report.LONGEST_PAGE - 2) {
                throw new FullException();
            }
            text.append(begun ? "\t" : text.isEmpty() ? "" : "\n").append(Inline.of(shown).text());
            begun = true;
            table.cell(new CellReference(place).getCol(), shown);
        }

        @Override
        public void endRow(int row) {
            table.endRow();
            begun = false;
        }
    }
}

package rounds.platform.documents;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The process that reads one document, given as its standard input, and tells what is written in
/// it on its standard output. It shuts itself in first, and ends with the document, so that none
/// can reach another's text.
final class Worker {
    /// Standard input under a name, for readers that want to open a file.
    private static final Path GIVEN = Path.of("/dev/stdin");

    private Worker() {}

    /// @param arguments the type of the document, and after how many seconds to give up
    public static void main(String[] arguments) throws IOException {
        OutputStream out =
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 << 10);
        // What libraries say there would be taken for what we say.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        endAfter(Duration.ofSeconds(Long.parseLong(arguments[1])));
        Report report = new Report(out);
        loadWhatAsksForSockets();
        report.cage(Cage.shut(readable()));
        read(DocumentType.valueOf(arguments[0]), report);
        // Whatever threads a library may have left.
        Runtime.getRuntime().halt(0);
    }

    /// Nobody may be left to end it.
    private static void endAfter(Duration limit) {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        Thread.sleep(limit);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(1);
                });
    }

    /// Java's library for channels begins by asking the kernel which kinds of sockets there are.
    private static void loadWhatAsksForSockets() throws IOException {
        FileChannel.open(Path.of(System.getProperty("java.home"), "release")).close();
    }

    private static List<Path> readable() throws IOException {
        var readable = new ArrayList<Path>();
        Path home = Path.of(System.getProperty("java.home"));
        readable.add(home.toRealPath());
        // Where distributions keep it, it is a link.
        readable.add(home.resolve("conf").toRealPath());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            readable.add(Path.of(entry));
        }
        return readable;
    }

    private static void read(DocumentType type, Report report) throws IOException {
        try {
            switch (type) {
                case PDF -> PdfReader.read(GIVEN, report);
                case DOCX -> WordReader.read(GIVEN, report);
                case PPTX -> SlidesReader.read(GIVEN, report);
                case XLSX -> SheetsReader.read(GIVEN, report);
                case ODT, ODP -> OpenDocumentReader.read(GIVEN, type, report);
                case TXT, MD, CSV -> PlainReader.read(GIVEN, type, report);
                case PNG, JPEG, WEBP -> {}
            }
        } catch (RefusedDocument refused) {
            report.refusal(refused.refusal());
        } catch (Report.EnoughException enough) {
            // It ends here.
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError broken) {
            report.trouble(broken);
        }
        report.end();
    }
}

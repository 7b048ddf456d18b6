import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// Keeps every Java file below a folder in one format: `check` names those that differ, `write` mends them.
class Format {
    public static void main(String[] args) throws Exception {
        boolean write = args[0].equals("write");
        var style = JavaFormatterOptions.Style.AOSP;
        var formatter = new Formatter(JavaFormatterOptions.builder().style(style).build());
        var differing = new ArrayList<Path>();
        try (var files = Files.walk(Path.of(args[1]))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                String tidy = formatter.formatSource(
                        ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), style));
                if (tidy.equals(text)) {
                    continue;
                }
                differing.add(file);
                if (write) {
                    Files.writeString(file, tidy);
                }
            }
        }
        if (!write && !differing.isEmpty()) {
            System.err.println("Not in the house's format (mvn process-sources -Drounds.format=write mends it):");
            differing.forEach(file -> System.err.println("  " + file));
            System.exit(1);
        }
    }
}

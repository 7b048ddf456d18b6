package rounds.interchange;

/// Words of the file inside a message: short, and on one line.
final class Said {
    private static final int SHOWN = 60;

    static String of(String text) {
        String flat = text.replaceAll("\\p{C}", "�");
        return flat.length() <= SHOWN ? flat : flat.substring(0, SHOWN) + "…";
    }

    private Said() {}
}

package rounds.platform.documents;

/// A part of a zip file, as its directory says.
///
/// @param packed bytes in the file
/// @param size bytes when unfolded, which may be a lie
/// @param offset where its own head stands
/// @param locked whether it has a password
/// @param link whether it stands for another file, anywhere
record ZipEntry(
        String name,
        int method,
        long packed,
        long size,
        long offset,
        boolean locked,
        boolean link) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
}

package rounds.platform.documents;

/// A part of a zip file, as its directory says.
///
/// @param packed bytes in the file
/// @param size bytes when unfolded, which may be a lie
/// @param offset where its own head stands
record ZipEntry(String name, int method, long packed, long size, long offset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
}

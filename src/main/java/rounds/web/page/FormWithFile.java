package rounds.web.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.ProblemException;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A form with one file, read piece by piece: the file goes to the disk, so that its size costs no
/// memory. Close it, and the disk is as before.
public final class FormWithFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FormWithFile.class);
    private static final int IN_MEMORY = 16 << 10;
    private static final int MOST_FIELDS = 400;
    private static final int PIECE = 32 << 10;

    private final HttpPostMultipartRequestDecoder parts;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private @Nullable InputStream file;
    private String fileName = "";

    private FormWithFile(HttpPostMultipartRequestDecoder parts) {
        this.parts = parts;
    }

    /// @param most bytes of one part
    /// @throws ProblemException invalid on `file`, for what is no such form, or too large
    public static FormWithFile read(HttpRequest<?> request, InputStream body, long most)
            throws IOException {
        var factory = new DefaultHttpDataFactory(IN_MEMORY);
        factory.setMaxLimit(most);
        // Files go when the form is closed; a list of them until the process ends only grows.
        factory.setDeleteOnExit(false);
        var head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        head.headers().set(HttpHeaders.CONTENT_TYPE, type == null ? "" : type);
        if (!HttpPostRequestDecoder.isMultipart(head)) {
            return new FormWithFile(empty(factory));
        }
        var form = new FormWithFile(new HttpPostMultipartRequestDecoder(factory, head));
        try {
            form.take(body);
            return form;
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException broken) {
            form.close();
            drain(body);
            throw refused(broken, most);
        } catch (HttpPostRequestDecoder.TooManyFormFieldsException
                | HttpPostRequestDecoder.TooLongFormFieldException broken) {
            form.close();
            drain(body);
            throw ProblemException.invalid("file", "form.malformed");
        } catch (IOException | RuntimeException failed) {
            form.close();
            throw failed;
        }
    }

    /// The decoder tells a part that is too large, a disk that cannot hold it and a form that is
    /// none apart by their causes alone.
    private static ProblemException refused(
            HttpPostRequestDecoder.ErrorDataDecoderException broken, long most) {
        if (!(broken.getCause() instanceof IOException unwritten)) {
            return ProblemException.invalid("file", "form.malformed");
        }
        if (String.valueOf(unwritten.getMessage()).startsWith("Size exceed")) {
            return ProblemException.invalid("file", "document.refused.too-large", most >> 20);
        }
        LOG.error("A file cannot be written: is the disk full?", unwritten);
        return ProblemException.invalid("file", "files.no-room");
    }

    /// Whoever sends reads the answer when all has been sent, and not before. How much that may be,
    /// the server bounds.
    private static void drain(InputStream body) throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    private static HttpPostMultipartRequestDecoder empty(DefaultHttpDataFactory factory) {
        var none = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        none.headers().set(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=none");
        return new HttpPostMultipartRequestDecoder(factory, none);
    }

    private void take(InputStream body) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            parts.offer(new DefaultHttpContent(Unpooled.copiedBuffer(piece, 0, read)));
        }
        parts.offer(new DefaultLastHttpContent());
        for (InterfaceHttpData part : parts.getBodyHttpDatas()) {
            switch (part) {
                case FileUpload upload when file == null && !upload.getFilename().isEmpty() -> {
                    file = opened(upload);
                    fileName = upload.getFilename();
                }
                case Attribute field when fields.size() < MOST_FIELDS ->
                        fields.computeIfAbsent(field.getName(), _ -> new ArrayList<>())
                                .add(field.getValue());
                default -> {}
            }
        }
    }

    private static InputStream opened(FileUpload upload) throws IOException {
        return upload.isInMemory()
                ? new ByteArrayInputStream(upload.get())
                : new FileInputStream(upload.getFile());
    }

    public Form form() {
        return new Form(fields);
    }

    /// Empty, where none was chosen.
    public InputStream file() {
        return file == null ? InputStream.nullInputStream() : file;
    }

    /// As its sender calls it; empty, where none was chosen.
    public String fileName() {
        return fileName;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        parts.destroy();
    }
}

package rounds.platform.markdown;

import rounds.kernel.ProblemException;

/// Takes what the renderer writes, up to a limit: a reference used a thousand times writes its
/// address a thousand times. Stops an interrupted renderer, too.
final class Capped implements Appendable {

    private final StringBuilder text = new StringBuilder();
    private final int limit;

    Capped(int limit) {
        this.limit = limit;
    }

    @Override
    public Capped append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public Capped append(CharSequence more, int start, int end) {
        if (text.length() + end - start > limit || Thread.currentThread().isInterrupted()) {
            throw new ProblemException(Markdown.TOO_TANGLED);
        }
        text.append(more, start, end);
        return this;
    }

    @Override
    public Capped append(char more) {
        return append(String.valueOf(more));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

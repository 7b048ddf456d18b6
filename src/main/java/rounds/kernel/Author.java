package rounds.kernel;

/// Who wrote something, as it stands beside her words.
public record Author(long id, String handle, String name, String profession) {

    public String path() {
        return "/u/" + handle;
    }
}

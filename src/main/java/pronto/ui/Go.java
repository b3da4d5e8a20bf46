package pronto.ui;

/** After a form was taken: the reader goes to this path of ours. */
public record Go(String path) implements View {

    public Go {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("not a path of ours: " + path);
        }
    }

    public static Go to(String path) {
        return new Go(path);
    }
}

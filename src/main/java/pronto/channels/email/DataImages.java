package pronto.channels.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import pronto.channels.IncomingMail.Attachment;
import pronto.files.Files;

/** Pictures written into the HTML itself: they become files that came with the mail, like any other. */
final class DataImages {

    private static final Pattern DATA = Pattern.compile("data:image/(png|jpe?g|gif|webp);base64,(.+)", Pattern.DOTALL);
    private static final int MOST = 100;

    private DataImages() {}

    static List<Attachment> take(Document page, Files files) throws IOException {
        var taken = new ArrayList<Attachment>();
        var left = new ArrayList<Element>();
        for (var image : page.select("img[src^=data:image/]")) {
            if (taken.size() == MOST || !take(image, files, taken)) {
                left.add(image);
            }
        }
        // From the end: each removal moves what stands behind it.
        left.reversed().forEach(Element::remove);
        return taken;
    }

    private static boolean take(Element image, Files files, List<Attachment> taken) throws IOException {
        var data = DATA.matcher(image.attr("src").strip());
        if (!data.matches()) {
            return false;
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(data.group(2));
            var kept = files.put(new ByteArrayInputStream(bytes));
            var id = "image-" + kept.id().sha256().substring(0, 16) + "@inline";
            var name = "image." + (data.group(1).startsWith("jp") ? "jpg" : data.group(1));
            taken.add(new Attachment(name, "image/" + data.group(1), kept.id(), kept.size(), true, id));
            image.attr("src", "cid:" + id);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

package pronto.ui;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What a form held that the web server would not read. */
final class Uploaded {

    private Uploaded() {}

    static boolean isTooLarge(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MaxUploadSizeExceededException
                    || cause instanceof SizeException
                    || cause instanceof InvalidParameterException unread
                            && unread.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
                return true;
            }
        }
        return false;
    }
}

package pronto.ui;

import jakarta.servlet.http.HttpServletRequest;

/** Knows who sent a request; a module above implements it, since this one knows no technicians. */
public interface Readers {

    Reader of(HttpServletRequest request);
}

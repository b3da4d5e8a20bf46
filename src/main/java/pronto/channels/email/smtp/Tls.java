package pronto.channels.email.smtp;

import java.io.IOException;
import java.net.Socket;

/** Goes over to encryption on a connection that was in the clear; the handshake is done when it returns. */
public interface Tls {

    Socket wrap(Socket plain) throws IOException;
}

package pronto.channels.email;

import java.net.InetAddress;

/** Which peers are on our own network, where a server of ours may stand. */
public final class Near {

    private Near() {}

    public static boolean is(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || unique(address.getAddress());
    }

    /** Unique local addresses, {@code fc00::/7}. */
    private static boolean unique(byte[] address) {
        return address.length == 16 && (address[0] & 0xfe) == 0xfc;
    }
}

package pronto.runtime;

import java.util.List;

/** What a module has to say when the program is ready: an address, a one-time link, a warning. Ordered by {@code @Order}. */
public interface Greeting {

    List<String> lines();
}

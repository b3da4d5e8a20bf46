package pronto.runtime;

import java.util.function.Supplier;

/** Runs something that reads for one customer: inside, the database itself shows no other customer's rows. */
public interface CustomerScope {

    <T> T of(long customer, Supplier<T> work);
}

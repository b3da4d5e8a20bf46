package pronto.runtime.events;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Says what a listener failed of: in one line where the database was away, since the stored event is sent again. */
@Component
class ListenerFailures implements AsyncConfigurer, AsyncUncaughtExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ListenerFailures.class);

    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return this;
    }

    @Override
    public void handleUncaughtException(Throwable failure, Method listener, @Nullable Object... events) {
        var name = listener.getDeclaringClass().getSimpleName() + "." + listener.getName();
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            log.warn("{} did not reach the database; its event is sent again: {}", name, failure.getMessage());
        } else {
            log.error("{} failed; its event is sent again", name, failure);
        }
    }
}

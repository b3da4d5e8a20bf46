package pronto.tickets.work;

import java.util.List;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.tickets.Message;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists that are kept in one column. */
@Component
class Json {

    private static final TypeReference<List<Mailbox>> MAILBOXES = new TypeReference<>() {};
    private static final TypeReference<List<Message.File>> FILES = new TypeReference<>() {};

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(List<?> list) {
        return mapper.writeValueAsString(list);
    }

    List<Mailbox> mailboxes(String json) {
        return mapper.readValue(json, MAILBOXES);
    }

    List<Message.File> files(String json) {
        return mapper.readValue(json, FILES);
    }
}

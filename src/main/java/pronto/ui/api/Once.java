package pronto.ui.api;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.web.util.ContentCachingResponseWrapper;
import pronto.runtime.answers.KeptAnswer;
import pronto.runtime.answers.KeptAnswers;

/** One request of one owner with its key, inside a transaction. */
record Once(KeptAnswers answers, String owner, String key, String hash) {

    private static final List<String> KEPT_HEADERS = List.of("Location", "ETag");

    Earlier earlier() {
        if (!answers.take(owner, key)) {
            return new Earlier.Running();
        }
        return answers.find(owner, key).<Earlier>map(Earlier.Answered::new).orElseGet(Earlier.None::new);
    }

    boolean sameRequest(KeptAnswer kept) {
        return kept.requestHash().equals(hash);
    }

    void keep(ContentCachingResponseWrapper answer) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        answers.keep(
                owner,
                key,
                new KeptAnswer(
                        hash, answer.getStatus(), answer.getContentType(), headers, answer.getContentAsByteArray()));
    }

    /** Keeps it, unless a twin of this request got an answer in between: then that one counts. */
    Earlier keepRefusal(ContentCachingResponseWrapper answer) {
        var earlier = earlier();
        if (earlier instanceof Earlier.None) {
            keep(answer);
        }
        return earlier;
    }
}

package pronto.knowledge.api;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pronto.knowledge.CannedAnswer;
import pronto.knowledge.CannedAnswers;
import pronto.staff.Staff;
import pronto.timeline.Actor;
import pronto.ui.Needs;
import pronto.ui.NotFound;
import pronto.ui.Right;
import pronto.ui.api.Cursor;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;
import pronto.ui.api.Version;

/** Canned answers, for programs that keep them elsewhere. */
@RestController
@RequestMapping("/api/v1/canned-answers")
class CannedAnswersApi {

    private final CannedAnswers answers;
    private final Staff staff;

    CannedAnswersApi(CannedAnswers answers, Staff staff) {
        this.answers = answers;
        this.staff = staff;
    }

    @GetMapping
    Slice<AnswerBody> list(Paging paging) {
        var cursor = paging.cursor();
        return paging.page(
                answers.after(cursor == null ? null : cursor.number(0), paging.fetch()),
                answer -> Cursor.at(answer.id()),
                answer -> AnswerBody.of(answer, staff));
    }

    @PostMapping
    @Needs(Right.LEAD)
    ResponseEntity<AnswerBody> add(@RequestBody AnswerSaid said, Actor actor) {
        var added = answers.add(said.draft(staff), actor);
        return answer(ResponseEntity.created(URI.create("/api/v1/canned-answers/" + added.id())), added);
    }

    @GetMapping("/{id}")
    ResponseEntity<AnswerBody> show(@PathVariable long id) {
        return answer(ResponseEntity.ok(), there(id));
    }

    @PatchMapping("/{id}")
    @Needs(Right.LEAD)
    ResponseEntity<AnswerBody> change(
            @PathVariable long id,
            @RequestBody AnswerSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var there = there(id);
        var changed = answers.change(
                id,
                said.over(there, staff),
                version -> Version.of(version)
                        .check(ifMatch == null ? Version.of(there.version()).tag() : ifMatch),
                actor);
        return answer(ResponseEntity.ok(), changed);
    }

    @DeleteMapping("/{id}")
    @Needs(Right.LEAD)
    @ResponseStatus(NO_CONTENT)
    void archive(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        answers.archive(id, version -> Version.of(version).check(ifMatch), actor);
    }

    private CannedAnswer there(long id) {
        return answers.find(id).orElseThrow(NotFound::new);
    }

    private ResponseEntity<AnswerBody> answer(ResponseEntity.BodyBuilder response, CannedAnswer answer) {
        return response.eTag(Version.of(answer.version()).tag()).body(AnswerBody.of(answer, staff));
    }
}

package pronto.tickets.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.browser.Look;
import pronto.browser.NeedsBrowser;
import pronto.browser.Visitor;
import pronto.people.Cast;
import pronto.staff.Technician;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;

/** The desk with its screens open in real browsers: what somebody does at one is seen at the others. */
@NeedsBrowser
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
abstract class AtTheConsole extends AtTheDesk {

    @Autowired
    WebServerApplicationContext context;

    private final List<Visitor> visitors = new ArrayList<>();

    @AfterEach
    void leave() {
        visitors.forEach(Visitor::close);
    }

    Visitor at(Technician person, Look look) {
        db.sql("update staff.technician set language = :language where id = :id")
                .param("language", look.language())
                .param("id", person.id())
                .update();
        var root = "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
        var visitor = new Visitor(root, look);
        visitors.add(visitor);
        var cookie = Objects.requireNonNull(new Cast(context).browserOf(person).cookie())
                .split("=", 2);
        visitor.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(root)));
        return visitor;
    }

    Page open(Ticket ticket, Technician person, Look look) {
        var page = at(person, look).open("/tickets/" + ticket.code()).page();
        page.waitForSelector("#text-reply[contenteditable=true]");
        return page;
    }

    Ticket report(String subject) {
        return reported(Mail.from(MARTA).about(subject).saying("Non si accende più."));
    }
}

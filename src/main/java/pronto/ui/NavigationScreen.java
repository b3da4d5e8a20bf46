package pronto.ui;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Draws the navigation anew when a count changed. */
@Controller
class NavigationScreen {

    @GetMapping("/navigation")
    View show() {
        return new NavigationView();
    }
}

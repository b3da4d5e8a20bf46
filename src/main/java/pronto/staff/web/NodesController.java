package pronto.staff.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import pronto.runtime.RunningNodes;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** Which programs run this installation now. */
@Controller
@Needs(Right.ADMINISTER)
class NodesController {

    private final RunningNodes nodes;

    NodesController(RunningNodes nodes) {
        this.nodes = nodes;
    }

    @GetMapping("/settings/nodes")
    View show() {
        return new NodesView(nodes.all());
    }
}

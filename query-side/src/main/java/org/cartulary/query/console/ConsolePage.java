package org.cartulary.query.console;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cartulary.query.kernel.At;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.Sight;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page for people who want to see at a glance what runs here. */
@Controller
@OnQueryNode
@Hidden
class ConsolePage {

    /** The page brings all of itself along: no script, nothing from elsewhere, and nobody may frame it. */
    private static final String NOTHING_FOREIGN = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final OverviewQuery overview;

    ConsolePage(OverviewQuery overview) {
        this.overview = overview;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String page(
            @RequestParam(defaultValue = "") String sku,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var shown = overview.overview(sku.strip(), Sight.of(request));
        if (shown.reachable()) response.setHeader(At.HEADER, Long.toString(shown.head()));
        response.setHeader("Content-Security-Policy", NOTHING_FOREIGN);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("page", shown);
        model.addAttribute(
                "base", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return "console/overview";
    }
}

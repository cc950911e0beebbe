package org.cartulary.ops.docs;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the page that says what each code of a problem means: the one of docs/, as this version was built with. */
@RestController
@Hidden
class ProblemsPage {

    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=UTF-8");

    @GetMapping("/problems")
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok().contentType(MARKDOWN).body(new ClassPathResource("docs/problems.md"));
    }
}

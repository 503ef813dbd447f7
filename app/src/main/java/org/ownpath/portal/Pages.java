package org.ownpath.portal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders pages with JTE: a controller names a template and gives its parameters by name. */
@Configuration
class Pages {

    @Bean
    static TemplateEngine templates() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(false);
        return engine;
    }

    @Bean
    static ViewResolver jteViews(TemplateEngine templates) {
        return new JteViews(templates);
    }

    /** Asked before the servlet container's own views, which would take any name. */
    private record JteViews(TemplateEngine templates) implements ViewResolver, Ordered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            return name.startsWith("redirect:") || name.startsWith("forward:")
                    ? null
                    : new JteView(templates, name + ".jte");
        }
    }

    /** Sent in one piece: each write passes through several filters' streams, and a grid has ten thousands of parts. */
    private record JteView(TemplateEngine templates, String template) implements View {

        private static final int USUAL_LENGTH = 32_768;

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> parameters = new HashMap<>();
            if (model != null) {
                model.forEach((name, value) -> {
                    if (value != null && !(value instanceof BindingResult)) {
                        parameters.put(name, value);
                    }
                });
            }
            StringOutput page = new StringOutput(USUAL_LENGTH);
            templates.render(template, parameters, page);
            byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/html;charset=UTF-8");
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            byte[] compressed = Compressed.forReader(request, bytes);
            if (compressed != null) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, Compressed.GZIP);
            }
            byte[] sent = compressed == null ? bytes : compressed;
            response.setContentLength(sent.length);
            response.getOutputStream().write(sent);
        }
    }
}

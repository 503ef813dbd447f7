package org.ownpath.exchange.xapi;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The request that a form stands for. */
final class MeantRequest extends HttpServletRequestWrapper {

    private final String method;
    private final Form form;
    private final byte[] content;

    /** What stands in the form. */
    record Form(Map<String, String> headers, Map<String, String> parameters, Optional<String> content) {}

    MeantRequest(HttpServletRequest request, String method, Form form) {
        super(request);
        this.method = method;
        this.form = form;
        this.content = form.content().orElse("").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        String said = form.headers().get(name.toLowerCase(Locale.ROOT));
        return said == null ? super.getHeader(name) : said;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String said = form.headers().get(name.toLowerCase(Locale.ROOT));
        return said == null ? super.getHeaders(name) : Collections.enumeration(List.of(said));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
        names.addAll(form.headers().keySet());
        return Collections.enumeration(names);
    }

    @Override
    public @Nullable String getContentType() {
        return getHeader("Content-Type");
    }

    @Override
    public int getContentLength() {
        return content.length;
    }

    @Override
    public long getContentLengthLong() {
        return content.length;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return form.parameters().get(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String value = form.parameters().get(name);
        return value == null ? null : new String[] {value};
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        form.parameters().forEach((name, value) -> parameters.put(name, new String[] {value}));
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(form.parameters().keySet());
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(content);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("It is read at once.");
            }

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int from, int most) {
                return bytes.read(into, from, most);
            }
        };
    }
}

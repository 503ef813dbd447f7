package org.ownpath.exchange.xapi.cmi5;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of a course as it runs in its sandbox: many libraries look for cookies and storage, and would fail where a page
 * without an origin has none. They find none, and storage that lasts as long as the page.
 */
final class SandboxedPage {

    private static final Pattern HEAD = Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

    private static final String NOTHING_KEPT = "<script>(()=>{const s=()=>{const m=new Map();return{"
            + "getItem:k=>m.has(String(k))?m.get(String(k)):null,setItem:(k,v)=>{m.set(String(k),String(v))},"
            + "removeItem:k=>{m.delete(String(k))},clear:()=>m.clear(),key:i=>[...m.keys()][i]??null,"
            + "get length(){return m.size}}};"
            + "Object.defineProperty(document,'cookie',{get:()=>'',set(){}});"
            + "for(const n of['localStorage','sessionStorage'])Object.defineProperty(window,n,{value:s()})})()</script>";

    private SandboxedPage() {}

    /** The file as it is, or a page with what makes up for cookies and storage at the beginning of its head. */
    static byte[] of(String path, byte[] content) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".html") && !lower.endsWith(".htm")) {
            return content;
        }
        // byte for byte, whatever the page is written in
        String page = new String(content, StandardCharsets.ISO_8859_1);
        Matcher head = HEAD.matcher(page);
        return head.find()
                ? (page.substring(0, head.end()) + NOTHING_KEPT + page.substring(head.end()))
                        .getBytes(StandardCharsets.ISO_8859_1)
                : content;
    }
}

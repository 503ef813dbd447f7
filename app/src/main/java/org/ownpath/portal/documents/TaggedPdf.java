package org.ownpath.portal.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;

/**
 * Writes a document as PDF/A-2a and PDF/UA: with tags, its language and its typeface inside, so that a screen reader
 * reads it and it looks the same in fifty years. Nothing is fetched while it is written.
 */
final class TaggedPdf {

    private static final String FONTS = "/fonts/ttf/OpenSans/OpenSans-";
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private TaggedPdf() {}

    /** The document of a page that is well-formed XML. */
    static byte[] of(String page) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PdfRendererBuilder writer = new PdfRendererBuilder();
        writer.useFastMode();
        writer.usePdfUaAccessibility(true);
        writer.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        writer.useColorProfile(COLOURS);
        writer.useFont(font("Regular"), "Open Sans", 400, FontStyle.NORMAL, true);
        writer.useFont(font("Bold"), "Open Sans", 700, FontStyle.NORMAL, true);
        writer.useUriResolver((base, address) -> null);
        writer.withHtmlContent(page, null);
        writer.withProducer("Ownpath");
        writer.toStream(written);
        try {
            writer.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }

    private static FSSupplier<InputStream> font(String style) {
        String name = FONTS + style + ".ttf";
        return () -> Objects.requireNonNull(TaggedPdf.class.getResourceAsStream(name), name);
    }
}

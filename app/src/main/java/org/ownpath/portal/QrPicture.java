package org.ownpath.portal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as the outline of an SVG path, one unit a square, with the quiet border that cameras need.
 *
 * @param side width and height in units
 * @param path what the d of a path says
 */
public record QrPicture(int side, String path) {

    private static final int BORDER = 4;

    /** The code of a text that a camera reads, such as an address. */
    public static QrPicture of(String text) {
        try {
            ByteMatrix squares = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrPicture(squares.getWidth() + 2 * BORDER, outline(squares));
        } catch (WriterException e) {
            throw new IllegalArgumentException("A text of " + text.length() + " characters fits no QR code", e);
        }
    }

    private static String outline(ByteMatrix squares) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y) == 1) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(' ')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}

package org.ownpath.exchange.qti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.Bank;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.assessment.items.question.HotSpot;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.CompetencyId;
import org.springframework.stereotype.Component;

/** A bank as a QTI 3.0 package, with its keys: for staff, to take to another system. */
@Component
public class QtiExport {

    private final ItemBanks banks;
    private final Frameworks frameworks;

    QtiExport(ItemBanks banks, Frameworks frameworks) {
        this.banks = banks;
        this.frameworks = frameworks;
    }

    /** Writes the questions of a bank that are not retired. */
    public void write(Viewer viewer, Bank bank, OutputStream out) throws IOException {
        List<Item> items = banks.items(viewer, bank.id()).stream()
                .filter(item -> item.state() != Item.State.RETIRED)
                .toList();
        Curriculum curriculum = frameworks.curriculum();
        write(
                bank.title(),
                items,
                id -> curriculum.competency(id).flatMap(Competency::code).orElse(""),
                out);
    }

    static void write(String title, List<Item> items, Function<CompetencyId, String> codes, OutputStream out)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "imsmanifest.xml", new QtiManifest(codes).of(title, items));
            for (Item item : items) {
                add(zip, QtiManifest.path(item), QtiItemWriter.of(item));
                if (item.content().question() instanceof HotSpot question) {
                    add(
                            zip,
                            QtiManifest.picturePath(item).orElseThrow(),
                            question.picture().content());
                }
            }
        }
    }

    private static void add(ZipOutputStream zip, String path, String text) throws IOException {
        add(zip, path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
        zip.closeEntry();
    }
}

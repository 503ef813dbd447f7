package org.ownpath.launch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.ownpath.shared.Sha256;
import org.springframework.util.StreamUtils;

/** A backup that was written before. It is read to its end and checked before anything is made of it. */
public final class BackupFile {

    private final Path file;
    private final Passphrase passphrase;

    private BackupFile(Path file, Passphrase passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /** Writes everything that an installation has to a new file, while it goes on working. */
    public static Contents write(Place place, Path file, Passphrase passphrase) {
        return Backup.write(place, file.toAbsolutePath(), passphrase);
    }

    /** The backup in this file. */
    public static BackupFile at(Path file, Passphrase passphrase) {
        if (!Files.isReadable(file)) {
            throw new BackupRefused("There is no file " + file + " that can be read. Give the name of a backup.");
        }
        return new BackupFile(file, passphrase);
    }

    interface Reader {
        void read(String name, InputStream content) throws IOException, SQLException;
    }

    /** Reads the backup to its end; gives what it holds, when all of it is as it was written. */
    public Contents check() {
        Check check = new Check();
        try {
            each(check);
        } catch (IOException | SQLException e) {
            throw new BackupRefused("The backup " + file + " cannot be read (" + e.getMessage() + ").", e);
        }
        return check.verdict();
    }

    void each(Reader reader) throws IOException, SQLException {
        try (OpeningStream opened = new OpeningStream(Files.newInputStream(file), passphrase)) {
            ZipInputStream zip = new ZipInputStream(opened);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                reader.read(entry.getName(), StreamUtils.nonClosing(zip));
            }
            opened.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Keeps account of what was there, beside what the backup says of itself. */
    private static final class Check implements Reader {

        private final Map<String, RowDigest> tables = new LinkedHashMap<>();
        private long files;
        private @Nullable Contents contents;

        @Override
        public void read(String name, InputStream content) throws IOException {
            if (name.startsWith(Backup.TABLES)) {
                RowDigest digest = new RowDigest();
                content.transferTo(digest);
                tables.put(name.substring(Backup.TABLES.length()), digest);
            } else if (name.startsWith(Backup.FILES)) {
                requireHash(name.substring(Backup.FILES.length()), content);
                files++;
            } else if (name.equals(Backup.CONTENTS)) {
                contents = Backup.JSON.readValue(content.readAllBytes(), Contents.class);
            } else {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }

        Contents verdict() {
            Contents said = contents;
            if (said == null) {
                throw new BackupRefused("The backup does not say what it holds, so it is not whole. Use another one.");
            }
            List<Contents.Table> found = said.tables().stream()
                    .map(table -> Objects.requireNonNullElseGet(tables.get(table.name()), RowDigest::new)
                            .of(table.name(), table.columns()))
                    .toList();
            if (!found.equals(said.tables()) || files != said.files()) {
                throw new BackupRefused("The backup does not hold what it says it does. Use another one.");
            }
            return said;
        }

        private static void requireHash(String hash, InputStream content) throws IOException {
            DigestInputStream read = new DigestInputStream(content, Sha256.digest());
            read.transferTo(OutputStream.nullOutputStream());
            if (!HexFormat.of().formatHex(read.getMessageDigest().digest()).equals(hash)) {
                throw new BackupRefused("The file " + hash + " in the backup is not what it was. Use another backup.");
            }
        }
    }
}

package org.ownpath.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk for a folder, in memory, that can be filled to its last byte. Mounting it takes rights that few have. */
final class Filler implements AutoCloseable {

    private static final String SIZE = "3g";

    private final Path disk;
    private final boolean mounted;

    private Filler(Path disk, boolean mounted) {
        this.disk = disk;
        this.mounted = mounted;
    }

    static Filler under(Path folder) throws IOException {
        Path disk = Files.createDirectories(folder.resolve("data"));
        return new Filler(
                disk, did("mount", "-t", "tmpfs", "-o", "size=" + SIZE + ",mode=711", "tmpfs", disk.toString()));
    }

    boolean possible() {
        return mounted;
    }

    void fill() throws IOException {
        byte[] nothing = new byte[1024 * 1024];
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                filler.write(nothing);
            }
        } catch (IOException full) {
            if (disk.toFile().getUsableSpace() > nothing.length) {
                throw full;
            }
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(disk.resolve("filler"));
    }

    @Override
    public void close() {
        if (mounted) {
            did("umount", "-l", disk.toString());
        }
    }

    private static boolean did(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

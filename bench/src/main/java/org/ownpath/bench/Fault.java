package org.ownpath.bench;

import java.time.Duration;

/** One thing that goes wrong: it does the damage, and mends what the product cannot mend itself. */
sealed interface Fault {

    /** What it is called in the count. */
    String words();

    /** Does the damage; what the product has to live with is over when it returns. */
    void happen() throws Exception;

    /** A copy is killed, and another started. */
    record CopyKilled(Copies copies) implements Fault {

        @Override
        public String words() {
            return "copy killed";
        }

        @Override
        public void happen() throws Exception {
            copies.replaceOne();
        }
    }

    /** The database is killed with all that it was doing. */
    record DatabaseKilled(HarmedDatabase database) implements Fault {

        @Override
        public String words() {
            return "database killed";
        }

        @Override
        public void happen() throws Exception {
            database.killAndStart();
        }
    }

    /** Nothing passes between the copies and the database. */
    record NetworkCut(CutProxy network) implements Fault {

        @Override
        public String words() {
            return "network cut";
        }

        @Override
        public void happen() {
            network.cut();
            Faults.pause(Duration.ofSeconds(3));
            network.mend();
        }
    }

    /** The copies' clocks are wrong for a while, each by its own. */
    record ClocksJump(Copies copies) implements Fault {

        @Override
        public String words() {
            return "clocks jump";
        }

        @Override
        public void happen() throws Exception {
            copies.order("jump");
            Faults.pause(Duration.ofSeconds(10));
            copies.order("right");
        }
    }

    /** The disk is full to its last byte; when there is room again, the database is started anew. */
    record DiskFull(HarmedDatabase database) implements Fault {

        @Override
        public String words() {
            return "disk full";
        }

        @Override
        public void happen() throws Exception {
            database.disk().fill();
            Faults.pause(Duration.ofSeconds(5));
            database.disk().empty();
            database.killAndStart();
        }
    }
}

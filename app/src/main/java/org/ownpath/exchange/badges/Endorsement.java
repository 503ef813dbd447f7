package org.ownpath.exchange.badges;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * That somebody stands behind a badge of somebody.
 *
 * @param about what is endorsed, by its identifier
 * @param document the signed credential
 * @param place where the list of those taken back tells of it; empty where none does, and it cannot be taken back
 * @param takenBackAt empty where it stands
 */
public record Endorsement(
        EndorsementId id,
        String about,
        String endorser,
        String words,
        String document,
        Instant at,
        OptionalInt place,
        Optional<Instant> takenBackAt) {}

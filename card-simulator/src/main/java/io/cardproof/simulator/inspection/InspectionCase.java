package io.cardproof.simulator.inspection;

import java.util.Optional;

/**
 * A chip that the test plan describes.
 *
 * @param id as in the plan, such as {@code LDS_H_43}
 * @param unit what it tests, such as {@code sod}
 * @param summary one English line about what differs from the base chip
 * @param expected what a reader must make of it
 * @param carrier the base chip
 * @param fault how it is made; none while it is not simulated
 */
public record InspectionCase(
    String id,
    String unit,
    String summary,
    Expected expected,
    Carrier carrier,
    Optional<CaseFault> fault) {}

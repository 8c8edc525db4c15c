package io.cardproof.check;

/**
 * Something worth knowing that changes no verdict.
 *
 * @param id its stable name, in kebab case
 * @param detail one sentence in English, without personal data
 */
public record Remark(String id, String detail) {}

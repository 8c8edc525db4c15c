/** Who may sign: country signers, master lists, revocation lists and the path between them. */
@NullMarked
package io.cardproof.trust;

import org.jspecify.annotations.NullMarked;

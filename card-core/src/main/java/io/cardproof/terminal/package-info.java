/** What a terminal holds to be let at fingers and irises: CV certificates and a private key. */
@NullMarked
package io.cardproof.terminal;

import org.jspecify.annotations.NullMarked;

/** What the options name: access keys, trust, simulated cards, places to connect to. */
@NullMarked
package io.cardproof.cli.input;

import org.jspecify.annotations.NullMarked;

/** How the command talks: streams, terminal, languages, prompts. */
@NullMarked
package io.cardproof.cli.talk;

import org.jspecify.annotations.NullMarked;

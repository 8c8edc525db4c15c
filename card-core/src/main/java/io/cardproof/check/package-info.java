/** What was found: checks with a status, a reason and the clause, and remarks. */
@NullMarked
package io.cardproof.check;

import org.jspecify.annotations.NullMarked;

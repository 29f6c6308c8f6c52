/**
 * Replays requests as identity providers send them. A recording is two files below {@code recordings/}: the raw request
 * ({@code NN-name.http}) and what must come back ({@code NN-name.expect.json}). Start with
 * {@link org.roster.scim.it.recording.Replay}, which tells the whole story of one recording;
 * {@link org.roster.scim.it.recording.Matcher} is the table of matchers.
 */
@NullMarked
package org.roster.scim.it.recording;

import org.jspecify.annotations.NullMarked;

package org.roster.scim.it.memory;

import org.roster.scim.it.recording.RecordingConformance;

/** As {@code KIT.md} shows it. */
class MyRecordingsKit extends RecordingConformance {}
